'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { CopyButton } from '@/components/ui/copy-button'
import { Message } from '@/components/ui/message'
import { TextField } from '@/components/ui/text-field'
import { type RetrainingView, saveRetrainingHookRequestSchema } from '@/lib/capabilities/drift/contract'
import { saveRetrainingHookMutation } from '@/lib/capabilities/drift/queries'
import { FieldRows } from '../field-rows'
import { useFields } from '../use-fields'

export type HookFormProps = { hook: RetrainingView['hook']; mayEdit: boolean }

const sentences = {
  url: 'An address that begins with https:// or http://.',
  scoreMin: 'A number from 1, which is any finding, to 100.',
  columnsMin: 'A whole number from 1.',
  coolDownMinutes: 'Whole minutes, 0 for no pause.',
}

/** Where the call goes and from when on. The key that signs it is shown once, after another address was saved. */
export function HookForm({ hook, mayEdit }: HookFormProps) {
  const client = useQueryClient()
  const save = useMutation(saveRetrainingHookMutation(client))
  const [enabled, setEnabled] = useState(hook?.enabled ?? true)
  const fields = useFields(
    {
      url: hook?.url ?? '',
      scoreMin: String(hook?.scoreMin ?? 1),
      columnsMin: String(hook?.columnsMin ?? 1),
      coolDownMinutes: String(hook?.coolDownMinutes ?? 1_440),
    },
    sentences,
  )

  function send() {
    const { url, scoreMin, columnsMin, coolDownMinutes } = fields.values
    const request = fields.parse(saveRetrainingHookRequestSchema, {
      url: url.trim(),
      enabled,
      scoreMin: Number(scoreMin),
      columnsMin: Number(columnsMin),
      coolDownMinutes: Number(coolDownMinutes),
    })
    if (request) save.mutate(request, { onError: (error) => fields.refuse(error) })
  }

  return (
    <div className="grid gap-3">
      <FieldRows>
        <TextField label="Address" type="url" isMono isDisabled={!mayEdit} {...fields.bind('url')} />
      </FieldRows>
      <FieldRows isShort>
        <TextField
          label="Score from"
          hint="1 is any finding; 2 is twice as sure and twice as large."
          isDisabled={!mayEdit}
          {...fields.bind('scoreMin')}
        />
        <TextField label="Columns from" hint="of one incident" isDisabled={!mayEdit} {...fields.bind('columnsMin')} />
        <TextField
          label="Pause"
          hint="minutes between two calls"
          isDisabled={!mayEdit}
          {...fields.bind('coolDownMinutes')}
        />
      </FieldRows>
      <Checkbox isSelected={enabled} onChange={setEnabled} isDisabled={!mayEdit}>
        Call for retraining
      </Checkbox>
      <div>
        <Button
          kind="decide"
          onPress={send}
          isPending={save.isPending}
          disabledReason={mayEdit ? null : `${whoMay('settings.write')} set the webhook.`}
        >
          Save
        </Button>
      </div>
      {save.data?.key && (
        <Message
          tone="warn"
          title="Copy the key now; it is not shown again."
          actions={<CopyButton text={save.data.key} label="Copy the key" />}
        >
          <span className="mono wrap-anywhere">{save.data.key}</span>
        </Message>
      )}
      <ProblemMessage error={save.error} what="Saving" />
    </div>
  )
}
