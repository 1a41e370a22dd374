'use client'

import { Button } from '@/components/ui/button'
import { TextField, type TextFieldProps } from '@/components/ui/text-field'
import { toSigningKey } from './prepare-channel'

export type SigningKeyFieldProps = Pick<TextFieldProps, 'name' | 'value' | 'onChange' | 'error' | 'hint'>

const KEY_BYTES = 32

/** A key both sides share: shown while it is written, because the receiver needs it too, and never again. */
export function SigningKeyField(props: SigningKeyFieldProps) {
  return (
    <TextField
      label="Signing key"
      isMono
      {...props}
      autoComplete="off"
      end={
        <Button
          size="sm"
          kind="quiet"
          onPress={() => props.onChange?.(toSigningKey(crypto.getRandomValues(new Uint8Array(KEY_BYTES))))}
        >
          Make one
        </Button>
      }
    />
  )
}
