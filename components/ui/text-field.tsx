'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import { errorClass, type FieldSize, fieldBoxClass, fieldInputClass, hintClass, labelClass } from './field-class'

export type TextFieldProps = {
  label: string
  isLabelHidden?: boolean
  name?: string
  type?: 'text' | 'email' | 'url' | 'number' | 'tel'
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  placeholder?: string
  hint?: ReactNode
  /** What is wrong with the value, in a sentence. */
  error?: string | null
  size?: FieldSize
  isMono?: boolean
  isRequired?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  hasAutoFocus?: boolean
  autoComplete?: string
  maxLength?: number
  /** Inside the box, at its end: a unit, a small button. */
  end?: ReactNode
}

/** One line of text with its label above, its hint and its error below. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    isLabelHidden = false,
    placeholder,
    hint,
    error,
    size = 'md',
    isMono = false,
    hasAutoFocus,
    end,
    ...rest
  } = props
  return (
    <AriaTextField
      {...rest}
      autoFocus={hasAutoFocus}
      isInvalid={error ? true : undefined}
      className="flex min-w-0 flex-col gap-[5px]"
    >
      <Label className={isLabelHidden ? 'sr-only' : labelClass}>{label}</Label>
      <div className={fieldBoxClass(size)}>
        <Input placeholder={placeholder} className={clsx(fieldInputClass, isMono && 'mono')} />
        {end}
      </div>
      {hint && (
        <Text slot="description" className={hintClass}>
          {hint}
        </Text>
      )}
      <FieldError className={errorClass}>{error ?? undefined}</FieldError>
    </AriaTextField>
  )
}
