'use client'

import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { errorClass, fieldBoxClass, fieldInputClass, hintClass, labelClass } from '@/components/ui/field-class'
import { menuItemClass, popoverClass } from '@/components/ui/popover-class'
import { connectorTypes } from '@/lib/control-loop/proposal/domain/connector-types'

export type ConnectorTypeFieldProps = { value: string; onChange: (value: string) => void }

/** So many are shown of those that match: whoever sees more types another letter. */
const shownMax = 40

/** The connector type by its name, found among all by any part of it. */
export function ConnectorTypeField({ value, onChange }: ConnectorTypeFieldProps) {
  const words = value.trim().toLowerCase()
  const found = connectorTypes
    .filter(({ id }) => id.includes(words))
    .sort((one, other) => Number(other.id.startsWith(words)) - Number(one.id.startsWith(words)))
    .slice(0, shownMax)
  const isUnknown = words !== '' && !connectorTypes.some(({ id }) => id === words)
  return (
    <ComboBox
      inputValue={value}
      onInputChange={onChange}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      items={found}
      allowsCustomValue
      menuTrigger="input"
      isInvalid={isUnknown && found.length === 0}
      className="flex min-w-0 flex-col gap-[5px]"
    >
      <Label className={labelClass}>Connector type</Label>
      <div className={fieldBoxClass('md')}>
        <Input className={`${fieldInputClass} mono`} placeholder="postgres" />
      </div>
      <Text slot="description" className={hintClass}>
        By Fivetran’s own name; type a part of it.
      </Text>
      <FieldError className={errorClass}>No connector type has this in its name.</FieldError>
      <Popover offset={4} className={`${popoverClass} min-w-(--trigger-width)`}>
        <ListBox className="max-h-64 overflow-auto p-1 outline-none">
          {({ id }: { id: string }) => (
            <ListBoxItem id={id} textValue={id} className={menuItemClass}>
              <span className="mono">{id}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
