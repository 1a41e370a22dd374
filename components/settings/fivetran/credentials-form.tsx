'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { PasswordField } from '@/components/ui/password-field'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { type FivetranSettings, saveCredentialsRequestSchema } from '@/lib/control-loop/connection/contract'
import { saveCredentialsMutation } from '@/lib/control-loop/connection/queries'
import { FieldRows } from '../field-rows'
import { useFields } from '../use-fields'

export type CredentialsFormProps = {
  account: FivetranSettings['account']
  onDone: () => void
  onCancel: (() => void) | null
}

const sentences = {
  name: 'Give the account a name of up to 100 characters.',
  baseUrl: 'Give the whole address of the API, starting with https://.',
  apiKey: 'Paste the API key.',
  apiSecret: 'Paste the API secret.',
  'writeKey.apiKey': 'Paste the key for writes, or switch it off.',
  'writeKey.apiSecret': 'Paste the secret of the key for writes.',
}

/**
 * A key and its secret, always both: a changed address never receives the credentials of another. A second pair for changes is
 * optional. Tested by the worker at once.
 */
export function CredentialsForm({ account, onDone, onCancel }: CredentialsFormProps) {
  const client = useQueryClient()
  const save = useMutation(saveCredentialsMutation(client))
  const fields = useFields(
    {
      name: account?.name ?? '',
      baseUrl: account?.baseUrl ?? 'https://api.fivetran.com',
      apiKey: '',
      apiSecret: '',
      'writeKey.apiKey': '',
      'writeKey.apiSecret': '',
    },
    sentences,
  )
  const [hasWriteKey, setHasWriteKey] = useState(typeof account?.writeKeyHint === 'string')

  function submit(event: FormEvent) {
    event.preventDefault()
    const { 'writeKey.apiKey': writeApiKey, 'writeKey.apiSecret': writeApiSecret, ...main } = fields.values
    const request = fields.parse(saveCredentialsRequestSchema, {
      ...main,
      ...(hasWriteKey && { writeKey: { apiKey: writeApiKey, apiSecret: writeApiSecret } }),
    })
    if (!request) return
    save.mutate(request, {
      onSuccess: () => {
        showToast('Sealed. The worker tests the key now.')
        onDone()
      },
      onError: fields.refuse,
    })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <FieldRows>
        <TextField label="Name" {...fields.bind('name')} autoComplete="off" maxLength={100} />
        <TextField label="Address" type="url" isMono {...fields.bind('baseUrl')} autoComplete="off" />
        <TextField label="API key" isMono {...fields.bind('apiKey')} autoComplete="off" />
        <PasswordField label="Secret" {...fields.bind('apiSecret')} autoComplete="off" />
      </FieldRows>
      <div className="grid gap-1 sm:ps-36">
        <Switch isSelected={hasWriteKey} onChange={setHasWriteKey}>
          Separate key for writes
        </Switch>
        <p className="text-xs text-ink-3">{writeKeySentence(hasWriteKey, account?.writeKeyHint ?? null)}</p>
      </div>
      {hasWriteKey && (
        <FieldRows>
          <TextField label="Key for writes" isMono {...fields.bind('writeKey.apiKey')} autoComplete="off" />
          <PasswordField label="Its secret" {...fields.bind('writeKey.apiSecret')} autoComplete="off" />
        </FieldRows>
      )}
      <ProblemMessage error={save.error} what="Saving the key" />
      <div className="flex flex-wrap items-center gap-2 sm:ps-36">
        <Button kind="decide" type="submit" isPending={save.isPending}>
          Save and test
        </Button>
        {onCancel && (
          <Button kind="quiet" onPress={onCancel}>
            Cancel
          </Button>
        )}
        <span className="text-xs text-ink-3">Sealed; only the worker can open it. The test only reads.</span>
      </div>
    </form>
  )
}

/** What the choice means, and what a save without a second key takes away. */
function writeKeySentence(hasWriteKey: boolean, present: string | null): string {
  if (hasWriteKey)
    return 'The API key above then only reads; changes are sent with this one. Write only, as the secret.'
  if (present) return `Saving removes the present key for writes, ${present}; the API key above then does both.`
  return 'Optional. Without one the API key above reads and changes.'
}
