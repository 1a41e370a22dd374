'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { useNow } from '@/components/layout/use-now'
import { formatDay } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Skeleton } from '@/components/ui/skeleton'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { EvaluationListQuery } from '@/lib/capabilities/evaluation/contract'
import { evaluationsQuery } from '@/lib/capabilities/evaluation/queries'
import { type EvaluationRow, prepareEvaluation } from './prepare-evaluation'

export type EvaluationSectionProps = {
  task: NonNullable<EvaluationListQuery['task']>
  /** As runs name them; null where no model is asked. */
  now: string | null
  chosen: string | null
}

const roleWords: Record<EvaluationRow['role'], string> = { rules: '', now: 'asked now', chosen: 'chosen', other: '' }

/** How often rules, the model asked now and the one chosen were right on the same labelled cases, before anything is switched. */
export function EvaluationSection({ task, now: current, chosen }: EvaluationSectionProps) {
  const clock = useNow()
  const query = useQuery(evaluationsQuery({ task }))
  if (query.error) {
    return <QueryProblem title="The evaluation was not read." error={query.error} onRetry={() => query.refetch()} />
  }
  if (!query.data) return <Skeleton label="Reading the evaluation" rows={3} />
  const { rows, cases, unmeasured } = prepareEvaluation(query.data.items, { now: current, chosen })
  return (
    <section aria-label="Evaluation" className="grid gap-2">
      <h3 className="font-semibold">
        Evaluation <span className="font-normal text-ink-3">{cases !== null && `on ${cases} labelled cases`}</span>
      </h3>
      {rows.length > 0 && (
        <div className="[&_table]:min-w-[500px]">
          <Table
            label="Evaluation"
            density="compact"
            gutter="narrow"
            widths={[null, '56px', '56px', '64px', '56px', '72px', '64px']}
          >
            <TableHead>
              <HeadCell>Contender</HeadCell>
              <HeadCell align="end">Hit@1</HeadCell>
              <HeadCell align="end">Hit@3</HeadCell>
              <HeadCell align="end">Precision</HeadCell>
              <HeadCell align="end">Recall</HeadCell>
              <HeadCell align="end">Cost a case</HeadCell>
              <HeadCell align="end">p95</HeadCell>
            </TableHead>
            <TableBody>
              {rows.map((row) => (
                <Row key={row.key} isSelected={row.role === 'chosen'}>
                  <Cell isRowHead isTall text="small">
                    <span className="block font-medium wrap-anywhere">{revealInvisible(row.name)}</span>
                    <span className="text-ink-3">
                      {[
                        roleWords[row.role],
                        row.promptVersion,
                        row.isCurrent ? '' : 'earlier prompt',
                        formatDay(row.finishedAt, clock),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </Cell>
                  <Cell align="end">{row.hitRate1}</Cell>
                  <Cell align="end">{row.hitRate3}</Cell>
                  <Cell align="end">{row.precision}</Cell>
                  <Cell align="end">{row.recall}</Cell>
                  <Cell align="end" text="small">
                    {row.costPerCase}
                  </Cell>
                  <Cell align="end" text="small">
                    {row.p95}
                  </Cell>
                </Row>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {unmeasured.length > 0 && (
        <p className="text-xs text-ink-3">
          Not measured on these cases yet: <span className="mono">{unmeasured.map(revealInvisible).join(', ')}</span>.{' '}
          <span className="mono">npm run eval</span> measures it.
        </p>
      )}
    </section>
  )
}
