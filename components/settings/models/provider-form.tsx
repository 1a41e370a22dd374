'use client'

import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'
import { PasswordField } from '@/components/ui/password-field'
import { Segmented } from '@/components/ui/segmented'
import { TextField } from '@/components/ui/text-field'
import type { ProviderView } from '@/lib/capabilities/model/contract'
import { FieldRows } from '../field-rows'
import { type Fields, useFields } from '../use-fields'
import {
  editRequestOf,
  keyWarning,
  keyWords,
  kindWords,
  type ProviderKindChoice,
  type ProviderText,
  providerText,
} from './prepare-provider'

export type ProviderFields = Fields<keyof ProviderText>

export type ProviderFormProps = {
  provider: ProviderView | null
  isPending: boolean
  error: Error | null
  /** Parses the fields into its request and sends it. */
  onSave: (fields: ProviderFields, kind: ProviderKindChoice) => void
  onCancel: () => void
}

const sentences = {
  name: 'Give it a name of up to 120 characters.',
  baseUrl: 'Give the whole address up to /v1, starting with https://.',
  apiVersion: 'Give the version Azure prints beside the endpoint, for example 2024-10-21.',
  apiKey: 'Paste the key.',
  residencyNote: 'At most 400 characters.',
  timeoutSeconds: 'Give whole seconds between 5 and 300.',
}
const kinds = (['openai', 'azure'] as const).map((id) => ({ id, label: kindWords[id] }))

/** A provider's address, key and limits. What saving does to a stored key is said before it is saved. */
export function ProviderForm({ provider, isPending, error, onSave, onCancel }: ProviderFormProps) {
  const fields = useFields(providerText(provider), sentences)
  const [kind, setKind] = useState<ProviderKindChoice>(provider?.kind ?? 'openai')
  const warning = keyWarning(fields.values, provider)
  const isUnchanged = provider !== null && Object.keys(editRequestOf(fields.values, kind, provider)).length === 0

  function submit(event: FormEvent) {
    event.preventDefault()
    onSave(fields, kind)
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <div className="sm:ps-36">
        <Segmented label="What it speaks" options={kinds} value={kind} onChange={setKind} />
      </div>
      <FieldRows>
        <TextField label="Name" {...fields.bind('name')} autoComplete="off" maxLength={120} hasAutoFocus />
        <TextField label="Address" type="url" isMono {...fields.bind('baseUrl')} autoComplete="off" />
        {kind === 'azure' && <TextField label="API version" isMono {...fields.bind('apiVersion')} autoComplete="off" />}
        <KeyField fields={fields} provider={provider} />
        <TextField
          label="Answers within"
          type="number"
          {...fields.bind('timeoutSeconds')}
          end={<span className="shrink-0 text-xs text-ink-3">seconds</span>}
        />
        <TextField
          label="Where data goes"
          {...fields.bind('residencyNote')}
          placeholder="EU, not kept, not trained on"
          hint="A note for people, shown beside every model of it."
          autoComplete="off"
        />
      </FieldRows>
      {warning && (
        <div className="sm:ps-36">
          <Message tone="warn">{warning}</Message>
        </div>
      )}
      <ProblemMessage error={error} what="Saving the provider" />
      <div className="flex flex-wrap items-center gap-2 sm:ps-36">
        <Button
          kind="decide"
          type="submit"
          isPending={isPending}
          disabledReason={isUnchanged ? 'Nothing is edited yet.' : null}
        >
          Save and test
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          Cancel
        </Button>
        <span className="text-xs text-ink-3">The key is sealed; only the worker can open it.</span>
      </div>
    </form>
  )
}

function KeyField({ fields, provider }: { fields: ProviderFields; provider: ProviderView | null }) {
  const hint = provider?.keyHint
    ? `Stored: ${keyWords(provider)}. Leave it empty to keep that one.`
    : 'Write only. Leave it empty for a server that takes none.'
  return <PasswordField label="Key" {...fields.bind('apiKey')} autoComplete="off" hint={hint} />
}
