'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField, FieldError, Label, Text } from 'react-aria-components'
import { errorClass, hintClass, labelClass } from './field-class'

export type TextAreaProps = {
  label: string
  isLabelHidden?: boolean
  name?: string
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  placeholder?: string
  hint?: ReactNode
  error?: string | null
  rows?: number
  isMono?: boolean
  isRequired?: boolean
  isDisabled?: boolean
  hasAutoFocus?: boolean
  maxLength?: number
}

/** Several lines of text: reasons, comments, sentences of a policy. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    isLabelHidden = false,
    placeholder,
    hint,
    error,
    rows = 3,
    isMono = false,
    hasAutoFocus,
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
      <AriaTextArea
        rows={rows}
        placeholder={placeholder}
        className={clsx(
          'w-full rounded-2 border border-line-control bg-surface px-2.5 py-[7px] leading-[19px] data-invalid:border-bad-ink disabled:border-line disabled:bg-surface-2',
          isMono && 'mono',
        )}
      />
      {hint && (
        <Text slot="description" className={hintClass}>
          {hint}
        </Text>
      )}
      <FieldError className={errorClass}>{error ?? undefined}</FieldError>
    </AriaTextField>
  )
}
