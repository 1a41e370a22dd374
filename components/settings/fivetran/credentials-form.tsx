'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { PasswordField } from '@/components/ui/password-field'
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
}

/** A key and its secret, always both: a changed address never receives the credentials of another. Tested by the worker at once. */
export function CredentialsForm({ account, onDone, onCancel }: CredentialsFormProps) {
  const client = useQueryClient()
  const save = useMutation(saveCredentialsMutation(client))
  const fields = useFields(
    {
      name: account?.name ?? '',
      baseUrl: account?.baseUrl ?? 'https://api.fivetran.com',
      apiKey: '',
      apiSecret: '',
    },
    sentences,
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    const request = fields.parse(saveCredentialsRequestSchema, fields.values)
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
