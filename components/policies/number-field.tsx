'use client'

import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'

export type NumberFieldProps = {
  label: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
  isDisabled?: boolean
  isLabelHidden?: boolean
  /** After the field: its unit and what it means. */
  hint?: string
}

/** A whole number within its bounds. What is out of them stays in the field with its error and reaches nobody. */
export function NumberField({ label, value, min, max, onChange, isDisabled, isLabelHidden, hint }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isGood = (text: string) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max
  const isWrong = typed !== null && !isGood(typed)
  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      type="number"
      autoComplete="off"
      isDisabled={isDisabled}
      value={typed ?? String(value)}
      onChange={(text) => {
        setTyped(isGood(text) && Number(text) === Number(text.trim()) && String(Number(text)) === text ? null : text)
        if (isGood(text)) onChange(Number(text))
      }}
      hint={hint}
      error={isWrong ? `Give a whole number from ${min} to ${max}.` : null}
    />
  )
}
