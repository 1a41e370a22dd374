'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Gauge } from 'lucide-react'
import { rightReason } from '@/components/connections/right-reason'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { ProgressBar } from '@/components/ui/progress-bar'
import { showToast } from '@/components/ui/toast'
import type { TableProfileView } from '@/lib/capabilities/quality/contract'
import { cancelProfilesMutation, profileNowMutation } from '@/lib/capabilities/quality/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ProblemError } from '@/lib/platform/http/fetch-json'

export type ProfileControlsProps = { view: TableProfileView; role: Role | null }

/** Measures the table now; while it runs, how far it is and a way to stop it. */
export function ProfileControls({ view, role }: ProfileControlsProps) {
  const client = useQueryClient()
  const place = { connectionId: view.connection.id, schema: view.schema, table: view.table }
  const onError = (error: Error) =>
    showToast(error instanceof ProblemError ? error.sentence : 'It did not reach the server.')
  const start = useMutation({ ...profileNowMutation(client), onError })
  const cancel = useMutation({ ...cancelProfilesMutation(client), onError })
  const refusal = rightReason(role, 'quality.run', 'measure tables')
  const { latest } = view
  if (latest?.state === 'planned' || latest?.state === 'running')
    return (
      <span className="flex items-center gap-3 text-xs text-ink-2">
        <span className="w-32">
          <ProgressBar label="Measuring" done={latest.stepsDone} of={Math.max(1, latest.stepsPlanned)} />
        </span>
        <span role="status">
          {latest.state === 'planned' ? 'Waits for a worker' : `Measuring: ${latest.step ?? 'rows'}`}
        </span>
        <Button size="sm" disabledReason={refusal} isPending={cancel.isPending} onPress={() => cancel.mutate(place)}>
          Cancel
        </Button>
      </span>
    )
  return (
    <Button
      icon={<Icon of={Gauge} />}
      isPending={start.isPending}
      disabledReason={refusal ?? (view.hasWarehouse ? null : 'Headgate has no access to its warehouse.')}
      onPress={() => start.mutate(place)}
    >
      Profile now
    </Button>
  )
}
