'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { formatCount } from '@/components/ui/format-count'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { type CallBudget, editFivetranSettingsRequestSchema } from '@/lib/control-loop/connection/contract'
import { editFivetranSettingsMutation } from '@/lib/control-loop/connection/queries'
import { FieldRows } from '../field-rows'
import { SettingsSection } from '../settings-section'
import { useFields } from '../use-fields'
import { ValueRow } from '../value-row'
import { type LimitName, limitBounds, prepareCallUse, shareWords } from './prepare-call-use'

export type LimitsFormProps = {
  budget: CallBudget
  /** The account's hourly quota as Fivetran last told it; null before its first answer. */
  quota: number | null
  mayEdit: boolean
}

const limits: readonly { name: LimitName; label: string; window: string }[] = [
  { name: 'requestsPerHourMax', label: 'Requests', window: 'an hour' },
  { name: 'sourcePerHourMax', label: 'Source calls', window: 'an hour' },
  { name: 'sourcePerMinuteMax', label: 'Source per minute', window: 'a minute' },
]

const sentences = Object.fromEntries(
  limits.map(({ name }) => {
    const { min, max } = limitBounds(name)
    return [name, `Give a whole number from ${formatCount(min)} to ${formatCount(max)}.`]
  }),
)

/** How many calls Headgate allows itself, of how many the account has, and how many of them are used now. */
export function LimitsForm({ budget, quota, mayEdit }: LimitsFormProps) {
  const client = useQueryClient()
  const save = useMutation(editFivetranSettingsMutation(client))
  const uses = prepareCallUse(budget)
  const fields = useFields<LimitName>(
    {
      requestsPerHourMax: String(budget.requestsPerHourMax),
      sourcePerHourMax: String(budget.sourcePerHourMax),
      sourcePerMinuteMax: String(budget.sourcePerMinuteMax),
    },
    sentences,
  )
  const changed = limits.filter(({ name }) => fields.values[name] !== String(budget[name]))

  /** "an hour, 25 % of 20 000. Used now: 88." */
  function wordsOf(name: LimitName, window: string): string {
    const ceiling = (name === 'requestsPerHourMax' ? quota : null) ?? limitBounds(name).max
    const share = shareWords(fields.values[name], ceiling)
    const used = uses.find((use) => use.name === name)?.used ?? 0
    return `${window}, ${share ? `${share} ` : ''}of ${formatCount(ceiling)}. Used now: ${formatCount(used)}.`
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    // Only what was touched: a limit that somebody else sets meanwhile stays.
    const request = fields.parse(
      editFivetranSettingsRequestSchema,
      Object.fromEntries(changed.map(({ name }) => [name, Number(fields.values[name])])),
    )
    if (!request) return
    save.mutate(request, { onSuccess: () => showToast('Saved.'), onError: fields.refuse })
  }

  return (
    <SettingsSection title="Limits" note="What Headgate allows itself of the account's calls.">
      {mayEdit ? (
        <form onSubmit={submit} noValidate className="grid gap-3">
          <FieldRows isShort>
            {limits.map(({ name, label, window }) => (
              <TextField
                key={name}
                label={label}
                type="number"
                {...fields.bind(name)}
                autoComplete="off"
                hint={wordsOf(name, window)}
              />
            ))}
          </FieldRows>
          <ProblemMessage error={save.error} what="Saving the limits" />
          {changed.length > 0 && (
            <div className="flex items-center gap-2 sm:ps-36">
              <Button kind="decide" type="submit" isPending={save.isPending}>
                Save limits
              </Button>
              <Button kind="quiet" onPress={fields.reset}>
                Cancel
              </Button>
            </div>
          )}
        </form>
      ) : (
        limits.map(({ name, label, window }) => (
          <ValueRow key={name} label={label} note={wordsOf(name, window)}>
            {formatCount(budget[name])}
          </ValueRow>
        ))
      )}
    </SettingsSection>
  )
}
