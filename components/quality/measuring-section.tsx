'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { rightReason } from '@/components/connections/right-reason'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Section } from '@/components/ui/section'
import { Switch } from '@/components/ui/switch'
import {
  cancelProfilesMutation,
  connectionProfilesQuery,
  profileNowMutation,
  switchProfilingMutation,
} from '@/lib/capabilities/quality/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'

export type MeasuringSectionProps = { connectionId: string; role: Role | null }

/** Whether the tables of a connection are measured after each sync, how far that is, and measuring them now. */
export function MeasuringSection({ connectionId, role }: MeasuringSectionProps) {
  const client = useQueryClient()
  const { data } = useQuery(connectionProfilesQuery(connectionId))
  const flip = useMutation(switchProfilingMutation(client, connectionId))
  const start = useMutation(profileNowMutation(client))
  const cancel = useMutation(cancelProfilesMutation(client))
  if (!data) return null
  const switchRefusal = rightReason(role, 'quality.configure', 'switch measuring')
  const runRefusal = rightReason(role, 'quality.run', 'measure tables')
  const waiting = data.planned + data.running
  const refused = data.tables.filter(({ run }) => run.state === 'refused').length
  return (
    <Section title="Measuring" isFollowing>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-3">
        <Switch
          isSelected={data.profilesTables}
          isDisabled={switchRefusal !== null || flip.isPending}
          onChange={(isOn) => flip.mutate(isOn)}
        >
          Measure tables after each sync
        </Switch>
        {switchRefusal && <span className="text-xs text-ink-3">{switchRefusal}</span>}
        {waiting > 0 ? (
          <span className="flex items-center gap-3 text-xs text-ink-2">
            <span className="w-32">
              <ProgressBar label="Tables measured" done={data.tables.length - waiting} of={data.tables.length} />
            </span>
            <span role="status">
              {data.tables.length - waiting} of {data.tables.length} tables
            </span>
            <Button
              size="sm"
              disabledReason={runRefusal}
              isPending={cancel.isPending}
              onPress={() => cancel.mutate({ connectionId })}
            >
              Cancel
            </Button>
          </span>
        ) : (
          <>
            <Button
              size="sm"
              isPending={start.isPending}
              disabledReason={runRefusal ?? (data.hasWarehouse ? null : 'Headgate has no access to its warehouse.')}
              onPress={() => start.mutate({ connectionId })}
            >
              Measure now
            </Button>
            <span className="text-xs text-ink-3">
              {data.tables.length === 0
                ? 'nothing measured yet'
                : `${data.tables.length - refused} tables measured${refused > 0 ? `, ${refused} gave nothing` : ''}`}
            </span>
          </>
        )}
        <ProblemMessage error={flip.error ?? start.error ?? cancel.error} what="Measuring" />
      </div>
    </Section>
  )
}
