'use client'

import { useQuery } from '@tanstack/react-query'
import { useNow } from '@/components/approvals/use-now'
import { PageFrame } from '@/components/layout/page-frame'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { applyRunQuery } from '@/lib/control-loop/apply/queries'
import { ProblemError } from '@/lib/platform/http/fetch-json'
import { ApplyRun } from './apply-run'

export type ApplyRunPageProps = { runId: string }

/** One run, asked again every second while something moves. */
export function ApplyRunPage({ runId }: ApplyRunPageProps) {
  const now = useNow(1_000)
  const run = useQuery(applyRunQuery(runId))
  const crumbs = [{ label: 'Apply runs', href: '/apply-runs' }, { label: run.data ? `R-${run.data.number}` : 'Run' }]
  if (run.data) {
    return (
      <PageFrame crumbs={crumbs} scroll="panes">
        <ApplyRun run={run.data} now={now} readProblem={run.error} />
      </PageFrame>
    )
  }
  const problem = run.error instanceof ProblemError ? run.error : null
  const isGone = problem?.status === 404
  return (
    <PageFrame crumbs={crumbs}>
      {run.error ? (
        <ErrorState
          title={isGone ? 'There is no such run.' : 'This run could not be read.'}
          cause={isGone ? 'The address may be mistyped.' : run.error.message}
          holds={isGone ? undefined : 'The run goes on without this page.'}
          actions={
            isGone ? (
              <ButtonLink href="/apply-runs">Open the runs</ButtonLink>
            ) : (
              <Button onPress={() => run.refetch()}>Read again</Button>
            )
          }
          correlationId={problem?.correlationId}
        />
      ) : (
        <Skeleton label="Reading the run" rows={8} />
      )}
    </PageFrame>
  )
}
