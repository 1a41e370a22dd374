'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Switch } from '@/components/ui/switch'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { editModelSettingsRequestSchema, type ModelSettings } from '@/lib/capabilities/model/contract'
import { editModelSettingsMutation } from '@/lib/capabilities/model/queries'
import { FieldRows } from '../field-rows'
import { SettingsSection } from '../settings-section'
import { useFields } from '../use-fields'
import { ValueRow } from '../value-row'

export type RecordsSectionProps = { settings: ModelSettings; mayEdit: boolean }

const sentences = { retentionDays: 'Give whole days between 1 and 3650.' }

/** How long the words of calls are kept. That a call was made, by whom and at what cost, always stays. */
export function RecordsSection({ settings, mayEdit }: RecordsSectionProps) {
  const save = useMutation(editModelSettingsMutation(useQueryClient()))
  const fields = useFields({ retentionDays: String(settings.retentionDays) }, sentences)
  const isChanged = fields.values.retentionDays !== String(settings.retentionDays)
  const { keepContent } = settings

  function submit(event: FormEvent) {
    event.preventDefault()
    const request = fields.parse(editModelSettingsRequestSchema, { retentionDays: Number(fields.values.retentionDays) })
    if (request) save.mutate(request, { onSuccess: () => showToast('Saved.'), onError: fields.refuse })
  }

  return (
    <SettingsSection
      title="Ledger"
      note="Each call is kept with its task, model, tokens and cost. Its words are another matter."
    >
      <form onSubmit={submit} noValidate className="grid gap-3">
        <div className="grid gap-1 sm:ps-36">
          <Switch
            isSelected={keepContent}
            onChange={(keep) => save.mutate({ keepContent: keep })}
            isDisabled={!mayEdit || save.isPending}
          >
            Keep what was asked and answered
          </Switch>
          <p className="max-w-[60ch] text-xs text-ink-3">
            {keepContent
              ? 'As it was sent: masked. Such a call can be read in full and replayed.'
              : 'No content: tokens and cost are kept, words are not. A call cannot be replayed then.'}
          </p>
        </div>
        {mayEdit ? (
          <FieldRows>
            <TextField
              label="Words kept for"
              type="number"
              {...fields.bind('retentionDays')}
              isDisabled={!keepContent}
              end={<span className="shrink-0 text-xs text-ink-3">days</span>}
            />
          </FieldRows>
        ) : (
          <ValueRow label="Words kept for">{keepContent ? `${settings.retentionDays} days` : 'never'}</ValueRow>
        )}
        <ProblemMessage error={save.error} what="Saving the ledger’s settings" />
        {isChanged && (
          <div className="flex items-center gap-2 sm:ps-36">
            <Button kind="decide" type="submit" isPending={save.isPending}>
              Save
            </Button>
            <Button kind="quiet" onPress={fields.reset}>
              Cancel
            </Button>
          </div>
        )}
      </form>
    </SettingsSection>
  )
}
