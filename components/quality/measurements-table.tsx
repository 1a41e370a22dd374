import { useNow } from '@/components/layout/use-now'
import { formatSpan, formatStamp } from '@/components/ui/format-time'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { ProfileRunView } from '@/lib/capabilities/quality/contract'

export type MeasurementsTableProps = { runs: readonly ProfileRunView[] }

/** Measurements of a table, newest first, with what stopped those that gave nothing. */
export function MeasurementsTable({ runs }: MeasurementsTableProps) {
  const now = useNow()
  return (
    <div className="max-md:overflow-x-auto max-md:[&_table]:min-w-[560px]">
      <Table label="Measurements" widths={['160px', '160px', '120px', '90px', null]}>
        <TableHead>
          <HeadCell>Measured, UTC</HeadCell>
          <HeadCell>Of the sync</HeadCell>
          <HeadCell align="end">Rows</HeadCell>
          <HeadCell align="end">Took</HeadCell>
          <HeadCell>Outcome</HeadCell>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <Row key={run.id}>
              <Cell text="small">{run.finishedAt && formatStamp(run.finishedAt, now)}</Cell>
              <Cell text="small" tone="ink-2">
                {run.syncedAt && formatStamp(run.syncedAt, now)}
              </Cell>
              <Cell text="small" align="end">
                {run.rows?.toLocaleString('en-US') ?? ''}
              </Cell>
              <Cell text="small" align="end" tone="ink-3">
                {run.startedAt && run.finishedAt && spellTook(Date.parse(run.finishedAt) - Date.parse(run.startedAt))}
              </Cell>
              <Cell text="small" tone={run.state === 'measured' ? 'ink-2' : 'warn'}>
                {run.state === 'measured' ? 'measured' : run.refusal}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function spellTook(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : formatSpan(ms)
}
