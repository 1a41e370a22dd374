'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { formatDistance } from '@/components/ui/format-time'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import { editFivetranSettingsRequestSchema, type FivetranSettings } from '@/lib/control-loop/connection/contract'
import { editFivetranSettingsMutation } from '@/lib/control-loop/connection/queries'
import { FieldRows } from '../field-rows'
import { SettingsSection } from '../settings-section'
import { useFields } from '../use-fields'
import { ValueRow } from '../value-row'

export type RefreshFormProps = { account: NonNullable<FivetranSettings['account']>; mayEdit: boolean }

const sentences = { refreshMinutes: 'Give whole minutes between 1 and 1440, which is a day.' }

/** How often the account is read when no delivery asks for it. */
export function RefreshForm({ account, mayEdit }: RefreshFormProps) {
  const now = useNow()
  const client = useQueryClient()
  const save = useMutation(editFivetranSettingsMutation(client))
  const fields = useFields({ refreshMinutes: String(account.refreshMinutes) }, sentences)
  const isChanged = fields.values.refreshMinutes !== String(account.refreshMinutes)

  const lastRead = account.refreshedAt ? `Last read ${formatDistance(account.refreshedAt, now)}.` : 'Not read yet.'

  function submit(event: FormEvent) {
    event.preventDefault()
    const request = fields.parse(editFivetranSettingsRequestSchema, {
      refreshMinutes: Number(fields.values.refreshMinutes),
    })
    if (!request) return
    save.mutate(request, { onSuccess: () => showToast('Saved.'), onError: fields.refuse })
  }

  return (
    <SettingsSection title="Refresh" note="Deliveries are hints. Headgate reads again on its own.">
      {mayEdit ? (
        <form onSubmit={submit} noValidate className="grid gap-3">
          <FieldRows>
            <TextField
              label="Read at least every"
              type="number"
              {...fields.bind('refreshMinutes')}
              end={<span className="shrink-0 text-xs text-ink-3">minutes</span>}
              hint={lastRead}
            />
          </FieldRows>
          <ProblemMessage error={save.error} what="Saving the interval" />
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
      ) : (
        <ValueRow label="Read at least every" note={lastRead}>
          {account.refreshMinutes} minutes
        </ValueRow>
      )}
    </SettingsSection>
  )
}
