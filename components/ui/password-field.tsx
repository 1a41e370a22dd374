'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import { errorClass, type FieldSize, fieldBoxClass, fieldInputClass, hintClass, labelClass } from './field-class'
import { Icon } from './icon'

export type PasswordFieldProps = {
  label: string
  name?: string
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  placeholder?: string
  hint?: string
  error?: string | null
  size?: FieldSize
  isRequired?: boolean
  isDisabled?: boolean
  hasAutoFocus?: boolean
  autoComplete?: 'current-password' | 'new-password' | 'off'
}

/** A secret that may be pasted and looked at. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, placeholder, hint, error, size = 'md', hasAutoFocus, ...rest } = props
  const [isShown, setIsShown] = useState(false)
  return (
    <AriaTextField
      {...rest}
      autoFocus={hasAutoFocus}
      type={isShown ? 'text' : 'password'}
      isInvalid={error ? true : undefined}
      className="flex min-w-0 flex-col gap-[5px]"
    >
      <Label className={labelClass}>{label}</Label>
      <div className={fieldBoxClass(size)}>
        <Input placeholder={placeholder} spellCheck={false} className={fieldInputClass} />
        {/* Inside a TextField the button would be taken for part of it; its own slot keeps it apart. */}
        <AriaButton
          slot={null}
          aria-label={isShown ? `Hide ${label.toLowerCase()}` : `Show ${label.toLowerCase()}`}
          aria-pressed={isShown}
          onPress={() => setIsShown(!isShown)}
          className="grid size-6 shrink-0 place-items-center rounded-1 text-ink-3 hover:text-ink"
        >
          <Icon of={isShown ? EyeOff : Eye} size={16} />
        </AriaButton>
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
