'use client'

import { PasswordField } from '@/components/ui/password-field'
import { TextField } from '@/components/ui/text-field'
import type { Fields } from '../use-fields'
import type { AccessField } from './access-fields'

export type AccessFieldRowProps = {
  field: AccessField
  bound: ReturnType<Fields<string>['bind']>
  hasAutoFocus: boolean
}

/** One field of an access, by what kind of text it takes. */
export function AccessFieldRow({ field, bound, hasAutoFocus }: AccessFieldRowProps) {
  const { label, kind, hint } = field
  const shared = { label, hint, hasAutoFocus, ...bound }
  switch (kind) {
    case 'secret':
      return <PasswordField {...shared} autoComplete="off" />
    case 'number':
      return <TextField {...shared} type="number" />
    case 'text':
      return <TextField {...shared} isMono autoComplete="off" />
  }
}
