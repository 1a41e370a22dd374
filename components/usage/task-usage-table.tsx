import { formatTook } from '@/components/apply-runs/format-took'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/components/ui/format-money'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { callsHref } from './call-params'
import { shareOf, type TaskUsage } from './prepare-usage'
import { ShareCell } from './share-cell'
import { TaskSquare } from './task-square'
import { taskFace } from './task-words'

export type TaskUsageTableProps = { rows: readonly TaskUsage[] }

/** What each task cost, and what people did with what it drafted. */
export function TaskUsageTable({ rows }: TaskUsageTableProps) {
  if (rows.length === 0) return <p className="px-5 py-2.5 text-xs text-ink-2">No model was asked in these days.</p>
  return (
    <div className="max-lg:[&_table]:min-w-[820px]">
      <Table label="By task" widths={['190px', null, '56px', '72px', '92px', '176px', '72px', '68px']}>
        <TableHead>
          <HeadCell>Task</HeadCell>
          <HeadCell>Model</HeadCell>
          <HeadCell align="end">Calls</HeadCell>
          <HeadCell align="end">Spent</HeadCell>
          <HeadCell align="end">Per accepted</HeadCell>
          <HeadCell>Accepted</HeadCell>
          <HeadCell align="end">Reverted</HeadCell>
          <HeadCell align="end">p95</HeadCell>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.task}>
              <Cell isRowHead>
                <span className="flex items-center gap-2">
                  <TaskSquare fill={taskFace(row.task).fill} />
                  <Link href={callsHref({ task: row.task })} look="plain">
                    {taskFace(row.task).word}
                  </Link>
                </span>
              </Cell>
              <Cell text="mono" tone="ink-2">
                {row.models.map(revealInvisible).join(', ')}
              </Cell>
              <Cell align="end">{formatCount(row.calls)}</Cell>
              <Cell align="end">
                <b className="font-medium">{formatMoney(row.costMicros)}</b>
              </Cell>
              <Cell align="end" tone="ink-2">
                {row.perAcceptedMicros === null ? '–' : formatMoney(row.perAcceptedMicros)}
              </Cell>
              <Cell>
                <ShareCell part={row.accepted} whole={row.decided} />
              </Cell>
              <Cell align="end" tone="ink-2">
                {row.accepted === 0 ? '–' : shareOf(row.reverted, row.accepted)}
              </Cell>
              <Cell align="end" tone="ink-2">
                {row.p95Ms === null ? '–' : formatTook(row.p95Ms)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
