'use client'

import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'
import { PasswordField } from '@/components/ui/password-field'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import type { ChannelView } from '@/lib/control-loop/notify/contract'
import { type ChannelKind, channelKinds } from '@/lib/control-loop/notify/domain/channel'
import { FieldRows } from '../field-rows'
import { type Fields, useFields } from '../use-fields'
import { type ChannelField, channelText, fieldLabels, keyWarning, kindFaces } from './prepare-channel'
import { SigningKeyField } from './signing-key-field'

export type ChannelFields = Fields<ChannelField>

export type ChannelFormProps = {
  channel: ChannelView | null
  isPending: boolean
  error: Error | null
  /** Parses the fields into its request and sends it. */
  onSave: (fields: ChannelFields, kind: ChannelKind) => void
  onCancel: () => void
}

const sentences: Record<ChannelField, string> = {
  name: 'Give it a name of up to 120 characters.',
  address: 'Give the whole address, starting with https://.',
  key: 'Give the key in the form this kind uses.',
  'settings.channel': 'Give the id of the channel, for example C024BE91L.',
  'settings.email': 'Give the address the user signs in with.',
  'settings.project': 'Give the key of the project, for example DATA.',
  'settings.issueType': 'Give the type as the project names it.',
  'settings.user': 'Give the user.',
  'settings.closeCode': 'Give a close code of your instance.',
}
const kinds = channelKinds.map((id) => ({ id, label: kindFaces[id].word }))

/** Where a channel leads and with which key. What saving does to a stored key is said before it is saved. */
export function ChannelForm({ channel, isPending, error, onSave, onCancel }: ChannelFormProps) {
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? 'webhook')
  const fields = useFields<ChannelField>(channelText(channel, kind), sentences)
  const face = kindFaces[kind]
  const warning = keyWarning(fields.values, channel)
  const keyHint = channel?.keyHint ? `Stored: ${channel.keyHint}. Leave it empty to keep that one.` : face.keyHint

  function choose(next: ChannelKind) {
    // An address that nobody wrote follows the kind.
    if (Object.values(kindFaces).some(({ address }) => address === fields.values.address)) {
      fields.bind('address').onChange(kindFaces[next].address)
    }
    setKind(next)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    onSave(fields, kind)
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {channel === null && (
        <div className="sm:ms-36 sm:max-w-[300px]">
          <Select label="Kind" isLabelHidden options={kinds} value={kind} onChange={choose} />
        </div>
      )}
      <FieldRows>
        <TextField label="Name" {...fields.bind('name')} autoComplete="off" maxLength={120} hasAutoFocus />
        <TextField label="Address" type="url" isMono {...fields.bind('address')} autoComplete="off" />
        {face.fields.map((field) => (
          <TextField key={field} label={fieldLabels[field]} {...fields.bind(field)} autoComplete="off" />
        ))}
        {kind === 'webhook' ? (
          <SigningKeyField {...fields.bind('key')} hint={keyHint} />
        ) : (
          <PasswordField label={face.keyLabel} {...fields.bind('key')} autoComplete="off" hint={keyHint} />
        )}
      </FieldRows>
      {warning && (
        <div className="sm:ps-36">
          <Message tone="warn">{warning}</Message>
        </div>
      )}
      <ProblemMessage error={error} what="Saving the channel" />
      <div className="flex flex-wrap items-center gap-2 sm:ps-36">
        <Button kind="decide" type="submit" isPending={isPending}>
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
