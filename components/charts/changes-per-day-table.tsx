import { formatCount } from '@/components/ui/format-count'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { ChangesByDay } from './prepare-changes-per-day'

/** The chart's twin: the same numbers in rows, days without a change left out. */
export function ChangesPerDayTable({ changes }: { changes: ChangesByDay }) {
  return (
    <Table label="Changes found by day" density="compact" gutter="page">
      <TableHead>
        <HeadCell>Day, UTC</HeadCell>
        <HeadCell align="end">Breaking</HeadCell>
        <HeadCell align="end">Dangerous</HeadCell>
        <HeadCell align="end">Safe</HeadCell>
      </TableHead>
      <TableBody>
        {changes.bars
          .filter((bar) => bar.total > 0)
          .map((bar) => (
            <Row key={bar.day}>
              <Cell isRowHead>{bar.label}</Cell>
              <Cell align="end">{formatCount(bar.breaking)}</Cell>
              <Cell align="end">{formatCount(bar.dangerous)}</Cell>
              <Cell align="end">{formatCount(bar.safe)}</Cell>
            </Row>
          ))}
      </TableBody>
    </Table>
  )
}
