import { useNow } from '@/components/layout/use-now'
import { formatSpan, formatStamp } from '@/components/ui/format-time'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { CheckResultView } from '@/lib/capabilities/quality/contract'

export type ResultsTableProps = { results: readonly CheckResultView[] }

const words = { passed: 'Held', failed: 'Did not hold', 'not-run': 'Not run' } as const

/** What each run of a check found, newest first: the table of what the strip draws. */
export function ResultsTable({ results }: ResultsTableProps) {
  const now = useNow()
  return (
    <div className="max-md:overflow-x-auto max-md:[&_table]:min-w-[640px]">
      <Table label="Runs" widths={['150px', '110px', null, '110px', '110px', '80px']}>
        <TableHead>
          <HeadCell>Looked, UTC</HeadCell>
          <HeadCell>Outcome</HeadCell>
          <HeadCell>Found</HeadCell>
          <HeadCell align="end">Failing</HeadCell>
          <HeadCell align="end">Rows</HeadCell>
          <HeadCell align="end">Took</HeadCell>
        </TableHead>
        <TableBody>
          {results.map((result) => (
            <Row key={result.id}>
              <Cell text="small">
                <time dateTime={result.at}>{formatStamp(result.at, now)}</time>
              </Cell>
              <Cell
                text="small"
                tone={result.outcome === 'failed' ? 'bad' : result.outcome === 'passed' ? 'ink' : 'ink-3'}
              >
                {words[result.outcome]}
              </Cell>
              <Cell text="small" isTall>
                {result.found}
              </Cell>
              <Cell text="small" align="end">
                {result.failing?.toLocaleString('en-US') ?? ''}
              </Cell>
              <Cell text="small" align="end" tone="ink-2">
                {result.rows?.toLocaleString('en-US') ?? ''}
              </Cell>
              <Cell text="small" align="end" tone="ink-3">
                {result.tookMs < 1_000 ? `${result.tookMs} ms` : formatSpan(result.tookMs)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
