'use client'

import { RadioGroup as AriaRadioGroup, FieldError, Label, Radio, Text } from 'react-aria-components'
import { errorClass, hintClass, labelClass } from './field-class'

export type RadioGroupProps<Id extends string = string> = {
  label: string
  isLabelHidden?: boolean
  options: readonly { id: Id; label: string; hint?: string; isDisabled?: boolean }[]
  value?: Id | null
  defaultValue?: Id
  onChange?: (value: Id) => void
  name?: string
  hint?: string
  error?: string | null
  direction?: 'column' | 'row'
  isDisabled?: boolean
}

/** One of a few values that must all be read before choosing. */
export function RadioGroup<Id extends string = string>(props: RadioGroupProps<Id>) {
  const { label, isLabelHidden = false, options, onChange, hint, error, direction = 'column', ...rest } = props
  return (
    <AriaRadioGroup
      {...rest}
      isInvalid={error ? true : undefined}
      onChange={(value) => {
        const chosen = options.find((option) => option.id === value)
        if (chosen) onChange?.(chosen.id)
      }}
      className="flex flex-col gap-[5px]"
    >
      <Label className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
      <div className={direction === 'column' ? 'flex flex-col gap-1' : 'flex flex-wrap gap-x-4'}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled}
            className="group flex min-h-6 items-start gap-2 py-0.5 data-disabled:text-ink-3"
          >
            <span className="mt-[3px] size-3.5 shrink-0 rounded-full border border-line-control bg-surface outline-offset-2 group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus group-data-selected:border-4 group-data-selected:border-ink-fill" />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-xs text-ink-3">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      {hint && (
        <Text slot="description" className={hintClass}>
          {hint}
        </Text>
      )}
      <FieldError className={errorClass}>{error ?? undefined}</FieldError>
    </AriaRadioGroup>
  )
}
