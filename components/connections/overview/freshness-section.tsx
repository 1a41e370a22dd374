'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { spellMinutes } from '@/lib/control-loop/connection/domain/derive-health'
import { editConnectionMutation } from '@/lib/control-loop/connection/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ConnectionFreshness } from '../connection-freshness'
import { rightReason } from '../right-reason'

export type FreshnessSectionProps = { connection: ConnectionDetail; role: Role | null }

/** A week: the longest promise that can be made. */
const targetMinutesMax = 10_080

/** How old the data is against what was promised, and the promise itself. */
export function FreshnessSection({ connection, role }: FreshnessSectionProps) {
  return (
    <Section title="Freshness" isFollowing>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-3">
        <ConnectionFreshness connection={connection} />
        <TargetForm key={connection.freshnessTargetMinutes} connection={connection} role={role} />
      </div>
    </Section>
  )
}

function TargetForm({ connection, role }: FreshnessSectionProps) {
  const client = useQueryClient()
  const [text, setText] = useState(String(connection.freshnessTargetMinutes))
  const edit = useMutation({
    ...editConnectionMutation(client, connection.id),
    onSuccess: () => showToast(`${connection.name} is now late after ${spellMinutes(Number(text))}.`),
  })
  const minutes = Number(text)
  const isValid = Number.isInteger(minutes) && minutes >= 1 && minutes <= targetMinutesMax
  const isChanged = text !== String(connection.freshnessTargetMinutes)
  const refusal = rightReason(role, 'connections.write', 'change the target')

  function save(event: FormEvent) {
    event.preventDefault()
    if (isValid && isChanged) edit.mutate({ freshnessTargetMinutes: minutes })
  }

  return (
    <form onSubmit={save} className="flex flex-wrap items-end gap-2">
      <div className="w-44">
        <TextField
          label="Late after"
          type="number"
          size="sm"
          value={text}
          onChange={setText}
          isDisabled={refusal !== null}
          error={isValid ? null : `A whole number of minutes up to ${targetMinutesMax}, which is a week.`}
          end={<span className="text-ink-3">min</span>}
        />
      </div>
      <Button type="submit" isDisabled={!isValid || !isChanged} isPending={edit.isPending} disabledReason={refusal}>
        Save
      </Button>
      <ProblemMessage error={edit.error} what="Saving the target" />
    </form>
  )
}
