'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { PasswordField } from '@/components/ui/password-field'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { type ExportView, saveExportRequestSchema } from '@/lib/capabilities/model/contract'
import { saveExportMutation } from '@/lib/capabilities/model/queries'
import { FieldRows } from '../field-rows'
import { useFields } from '../use-fields'

export type ExportFormProps = { target: ExportView; onDone: () => void }

const sentences = {
  endpoint: 'Give the whole address, starting with https://.',
  'header.name': 'A header’s name has letters, digits and dashes.',
  'header.value': 'Give the value, or leave both empty.',
  publicKey: 'Paste the public key.',
  secretKey: 'Paste the secret key.',
}

/** Another place for spans. Everything is given anew: a changed address never receives another's key. */
export function ExportForm({ target, onDone }: ExportFormProps) {
  const save = useMutation(saveExportMutation(useQueryClient()))
  const [kind, setKind] = useState<'otlp' | 'langfuse'>(target.kind === 'langfuse' ? 'langfuse' : 'otlp')
  const [withContent, setWithContent] = useState(target.withContent)
  const fields = useFields(
    {
      endpoint: target.endpoint ?? '',
      'header.name': target.headerName ?? '',
      'header.value': '',
      publicKey: '',
      secretKey: '',
    },
    sentences,
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    const { endpoint, publicKey, secretKey, 'header.name': name, 'header.value': value } = fields.values
    const hasHeader = name.trim() !== '' || value !== ''
    const request = fields.parse(
      saveExportRequestSchema,
      kind === 'otlp'
        ? { kind, endpoint, withContent, ...(hasHeader && { header: { name, value } }) }
        : { kind, endpoint, withContent, publicKey, secretKey },
    )
    if (!request) return
    save.mutate(request, {
      onSuccess: () => {
        showToast('Sealed. The worker tests it now.')
        onDone()
      },
      onError: fields.refuse,
    })
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <div className="sm:ps-36">
        <Segmented
          label="Kind of export"
          value={kind}
          onChange={setKind}
          options={[
            { id: 'otlp', label: 'OpenTelemetry' },
            { id: 'langfuse', label: 'Langfuse' },
          ]}
        />
      </div>
      <FieldRows>
        <TextField label="Address" type="url" isMono {...fields.bind('endpoint')} autoComplete="off" />
        {kind === 'otlp' ? (
          <>
            <TextField
              label="Header"
              isMono
              {...fields.bind('header.name')}
              placeholder="Authorization"
              autoComplete="off"
            />
            <PasswordField
              label="Its value"
              {...fields.bind('header.value')}
              autoComplete="off"
              hint="Optional, both or none."
            />
          </>
        ) : (
          <>
            <TextField label="Public key" isMono {...fields.bind('publicKey')} autoComplete="off" />
            <PasswordField label="Secret key" {...fields.bind('secretKey')} autoComplete="off" />
          </>
        )}
      </FieldRows>
      <div className="grid gap-1 sm:ps-36">
        <Switch isSelected={withContent} onChange={setWithContent}>
          Send questions and answers too
        </Switch>
        <p className="text-xs text-ink-3">Masked as in the ledger. Off: tokens, cost and times only.</p>
      </div>
      <ProblemMessage error={save.error} what="Saving the export" />
      <div className="flex flex-wrap items-center gap-2 sm:ps-36">
        <Button kind="decide" type="submit" isPending={save.isPending}>
          Save and test
        </Button>
        <Button kind="quiet" onPress={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
