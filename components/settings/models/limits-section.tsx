'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/components/ui/format-money'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { editModelSettingsRequestSchema, type ModelSettings } from '@/lib/capabilities/model/contract'
import { editModelSettingsMutation } from '@/lib/capabilities/model/queries'
import { FieldRows } from '../field-rows'
import { SettingsSection } from '../settings-section'
import { useFields } from '../use-fields'
import { ValueRow } from '../value-row'
import { moneyText, parseMoney } from './parse-money'

export type LimitsSectionProps = { settings: ModelSettings; mayEdit: boolean }

const sentences = {
  dayCapMicros: 'Give dollars, for example 10. Zero lets nothing be asked.',
  monthCapMicros: 'Give dollars, for example 250. Zero lets nothing be asked.',
  concurrencyMax: 'Give a whole number from 1 to 50.',
  cacheHours: 'Give whole hours up to 8760; 0 never answers from the cache.',
}
type Name = keyof typeof sentences

/** What all tasks together may spend. Money is reserved before a call, so that calls side by side cannot pass a cap. */
export function LimitsSection({ settings, mayEdit }: LimitsSectionProps) {
  const save = useMutation(editModelSettingsMutation(useQueryClient()))
  const stored: Record<Name, string> = {
    dayCapMicros: moneyText(settings.dayCapMicros),
    monthCapMicros: moneyText(settings.monthCapMicros),
    concurrencyMax: String(settings.concurrencyMax),
    cacheHours: String(settings.cacheHours),
  }
  const fields = useFields<Name>(stored, sentences)
  const changed = (Object.keys(stored) as Name[]).filter((name) => fields.values[name] !== stored[name])

  function submit(event: FormEvent) {
    event.preventDefault()
    const numberOf = (name: Name) =>
      name.endsWith('Micros') ? (parseMoney(fields.values[name]) ?? Number.NaN) : Number(fields.values[name])
    // Only what was touched: a limit that somebody else sets meanwhile stays.
    const request = fields.parse(
      editModelSettingsRequestSchema,
      Object.fromEntries(changed.map((name) => [name, numberOf(name)])),
    )
    if (request) save.mutate(request, { onSuccess: () => showToast('Saved.'), onError: fields.refuse })
  }
  const spent = `Spent ${formatMoney(settings.spentDayMicros)} today, ${formatMoney(settings.spentMonthMicros)} this month.`

  return (
    <SettingsSection title="Limits" note={`At a cap the rules draft alone, and drafts say so. ${spent}`}>
      {mayEdit ? (
        <form onSubmit={submit} noValidate className="grid gap-3">
          <FieldRows isShort>
            <TextField
              label="Cap a day"
              {...fields.bind('dayCapMicros')}
              autoComplete="off"
              hint="US dollars, all tasks, UTC days."
            />
            <TextField
              label="Cap a month"
              {...fields.bind('monthCapMicros')}
              autoComplete="off"
              hint="US dollars, all tasks."
            />
            <TextField
              label="Calls at once"
              type="number"
              {...fields.bind('concurrencyMax')}
              hint="Over all workers."
            />
            <TextField
              label="Cache"
              type="number"
              {...fields.bind('cacheHours')}
              hint="Hours in which the same question is answered without a call."
            />
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
        <>
          <ValueRow label="Cap a day">{formatMoney(settings.dayCapMicros)}</ValueRow>
          <ValueRow label="Cap a month">{formatMoney(settings.monthCapMicros)}</ValueRow>
          <ValueRow label="Calls at once">{settings.concurrencyMax}</ValueRow>
          <ValueRow label="Cache">{settings.cacheHours === 0 ? 'off' : `${settings.cacheHours} hours`}</ValueRow>
        </>
      )}
    </SettingsSection>
  )
}
