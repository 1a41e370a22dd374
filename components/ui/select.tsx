'use client'

import { Check, ChevronDown } from 'lucide-react'
import {
  Button as AriaButton,
  Select as AriaSelect,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { errorClass, type FieldSize, hintClass, labelClass } from './field-class'
import { Icon } from './icon'
import { menuItemClass, popoverClass } from './popover-class'

export type SelectOption<Id extends string = string> = { id: Id; label: string; hint?: string; isDisabled?: boolean }

export type SelectProps<Id extends string = string> = {
  label: string
  isLabelHidden?: boolean
  options: readonly SelectOption<Id>[]
  name?: string
  value?: Id | null
  defaultValue?: Id
  onChange?: (value: Id) => void
  placeholder?: string
  hint?: string
  error?: string | null
  size?: FieldSize
  isDisabled?: boolean
}

const sizes: Record<FieldSize, string> = { sm: 'h-7 px-2 text-xs', md: 'h-8 px-2.5', lg: 'h-9 px-2.5' }

/** One of a few fixed values. */
export function Select<Id extends string = string>(props: SelectProps<Id>) {
  const { label, isLabelHidden = false, options, onChange, placeholder, hint, error, size = 'md', ...rest } = props
  return (
    <AriaSelect
      {...rest}
      placeholder={placeholder}
      isInvalid={error ? true : undefined}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange?.(chosen.id)
      }}
      className="flex min-w-0 flex-col gap-[5px]"
    >
      <Label className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
      <AriaButton
        className={`flex w-full items-center gap-2 rounded-2 border border-line-control bg-surface text-start disabled:border-line disabled:bg-surface-2 disabled:text-ink-off ${sizes[size]}`}
      >
        <SelectValue className="min-w-0 grow truncate data-placeholder:text-ink-3" />
        <span className="text-ink-2">
          <Icon of={ChevronDown} />
        </span>
      </AriaButton>
      {hint && (
        <Text slot="description" className={hintClass}>
          {hint}
        </Text>
      )}
      <FieldError className={errorClass}>{error ?? undefined}</FieldError>
      <Popover offset={4} className={`${popoverClass} min-w-(--trigger-width)`}>
        <ListBox items={options} className="max-h-80 overflow-auto p-1 outline-none">
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              isDisabled={option.isDisabled}
              className={menuItemClass}
            >
              {({ isSelected }) => (
                <>
                  <span className="w-3.5 shrink-0">{isSelected && <Icon of={Check} />}</span>
                  <span className="min-w-0 grow truncate">{option.label}</span>
                  {option.hint && <span className="ps-1.5 text-xs text-ink-3">{option.hint}</span>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
