'use client'

import { ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { errorClass, type FieldSize, fieldBoxClass, fieldInputClass, labelClass } from './field-class'
import { Icon } from './icon'
import { menuItemClass, popoverClass } from './popover-class'

export type ComboBoxProps = {
  label: string
  isLabelHidden?: boolean
  options: readonly { id: string; label: string; hint?: string }[]
  name?: string
  value?: string | null
  defaultValue?: string
  onChange?: (id: string | null) => void
  placeholder?: string
  error?: string | null
  size?: FieldSize
  isDisabled?: boolean
}

/** One of many values, found by typing: people, connections, paths. */
export function ComboBox({
  label,
  isLabelHidden = false,
  options,
  onChange,
  placeholder,
  error,
  size = 'md',
  ...rest
}: ComboBoxProps) {
  return (
    <AriaComboBox
      {...rest}
      defaultItems={options}
      menuTrigger="focus"
      isInvalid={error ? true : undefined}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      className="flex min-w-0 flex-col gap-[5px]"
    >
      <Label className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
      <div className={fieldBoxClass(size)}>
        <Input placeholder={placeholder} className={fieldInputClass} />
        <AriaButton className="grid size-6 shrink-0 place-items-center rounded-1 text-ink-2">
          <Icon of={ChevronDown} />
        </AriaButton>
      </div>
      <FieldError className={errorClass}>{error ?? undefined}</FieldError>
      <Popover offset={4} className={`${popoverClass} min-w-(--trigger-width)`}>
        <ListBox
          items={options}
          renderEmptyState={() => <span className="px-2 text-xs text-ink-3">Nothing of that name.</span>}
          className="max-h-80 overflow-auto p-1 outline-none"
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={menuItemClass}>
              <span className="min-w-0 grow truncate">{option.label}</span>
              {option.hint && <span className="text-xs text-ink-3">{option.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
