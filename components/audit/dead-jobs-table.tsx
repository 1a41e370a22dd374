'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { TimeAgo } from '@/components/ui/time-ago'
import { showToast } from '@/components/ui/toast'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import type { DeadJob } from '@/lib/platform/jobs/contract'
import { replayDeadJobMutation } from '@/lib/platform/jobs/queries'

export type DeadJobsTableProps = { jobs: readonly DeadJob[]; total: number; role: Role | null }

/** Each dead job with what it was to do, why it failed, and the button that runs it again. */
export function DeadJobsTable({ jobs, total, role }: DeadJobsTableProps) {
  const now = useNow()
  const client = useQueryClient()
  const replay = useMutation(replayDeadJobMutation(client))
  const mayReplay = can(role, 'jobs.replay')
  return (
    <>
      {replay.error && (
        <div className="px-5 py-2">
          <ProblemMessage error={replay.error} what="Running the job again" />
        </div>
      )}
      <div className="max-lg:[&_table]:min-w-[860px]">
        <Table label="Dead jobs" density="roomy" widths={['190px', '24%', null, '64px', '92px', '150px', '112px']}>
          <TableHead>
            <HeadCell>Job</HeadCell>
            <HeadCell>For</HeadCell>
            <HeadCell>Why it failed</HeadCell>
            <HeadCell align="end">Tries</HeadCell>
            <HeadCell align="end">Died</HeadCell>
            <HeadCell>Thread</HeadCell>
            <HeadCell label="Run it again" />
          </TableHead>
          <TableBody>
            {jobs.map((job) => (
              <Row key={job.id}>
                <Cell text="mono" isRowHead>
                  {job.job}
                </Cell>
                <Cell text="mono" tone="ink-2">
                  <span title={revealInvisible(JSON.stringify(job.payload))}>{payloadWords(job.payload)}</span>
                </Cell>
                <Cell text="small" isTall>
                  <span className="wrap-anywhere">{revealInvisible(job.problem)}</span>
                </Cell>
                <Cell align="end">{job.tries}</Cell>
                <Cell text="small" tone="ink-3" align="end">
                  <TimeAgo at={job.diedAt} now={now} />
                </Cell>
                <Cell>
                  {job.correlationId && (
                    <Link href={`/activity?correlation=${encodeURIComponent(job.correlationId)}`}>
                      <span className="mono">{job.correlationId.slice(0, 13)}</span>
                    </Link>
                  )}
                </Cell>
                <Cell align="end">
                  <Button
                    size="sm"
                    icon={<Icon of={RotateCw} />}
                    aria-label={`Run ${job.job} again`}
                    isDisabled={!mayReplay}
                    isPending={replay.isPending && replay.variables === job.id}
                    onPress={() =>
                      replay.mutate(job.id, { onSuccess: ({ job: name }) => showToast(`${name} is queued again.`) })
                    }
                  >
                    Run again
                  </Button>
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      <p className="px-5 py-3 text-xs text-ink-3">
        {total > jobs.length ? `${jobs.length} of ${total}, latest first. ` : ''}
        {!mayReplay && `${whoMay('jobs.replay')} run a job again.`}
      </p>
    </>
  )
}

function payloadWords(payload: DeadJob['payload']): string {
  return Object.entries(payload)
    .filter(([name]) => name !== 'correlationId')
    .map(([name, value]) => `${name} ${typeof value === 'string' ? revealInvisible(value) : JSON.stringify(value)}`)
    .join(', ')
}
