'use client'

import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import { destinationNamePattern, standardNamePattern } from '@/lib/capabilities/mapping/contract'

export type NameFieldProps = {
  /** For readers: "Name of email in the destination". */
  label: string
  value: string
  kind: 'destination' | 'standard'
  onChange: (name: string) => void
  isDisabled?: boolean
}

const lengthMax = 255

/** A name that may be edited. What no destination takes is said at once, and the last name that could be used stays in the documents. */
export function NameField({ label, value, kind, onChange, isDisabled }: NameFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value
  const isUsable = (kind === 'destination' ? destinationNamePattern : standardNamePattern).test(shown)
  return (
    <TextField
      label={label}
      isLabelHidden
      size="sm"
      isMono
      autoComplete="off"
      maxLength={lengthMax}
      isDisabled={isDisabled}
      value={shown}
      error={isUsable ? null : shown === '' ? 'A name is needed.' : 'Letters, digits and _ only.'}
      onChange={(name) => {
        const isFine = (kind === 'destination' ? destinationNamePattern : standardNamePattern).test(name)
        setTyped(isFine ? null : name)
        if (isFine) onChange(name)
      }}
    />
  )
}
