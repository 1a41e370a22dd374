import { formatMoney } from '@/components/ui/format-money'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { SpendByDay, SpendPart } from './prepare-spend-by-day'

export type SpendByDayTableProps = { spend: SpendByDay; parts: readonly SpendPart[] }

/** The chart's twin: the same money in rows, days without spend left out. */
export function SpendByDayTable({ spend, parts }: SpendByDayTableProps) {
  return (
    <Table label="Spend by day" density="compact">
      <TableHead>
        <HeadCell>Day, UTC</HeadCell>
        {parts.map(({ key, word }) => (
          <HeadCell key={key} align="end">
            {word}
          </HeadCell>
        ))}
        <HeadCell align="end">All</HeadCell>
      </TableHead>
      <TableBody>
        {spend.bars
          .filter((bar) => bar.total > 0)
          .map((bar) => (
            <Row key={bar.day}>
              <Cell isRowHead>{bar.label}</Cell>
              {parts.map(({ key }) => (
                <Cell key={key} align="end" tone="ink-2">
                  {formatMoney(bar.tasks[key] ?? 0)}
                </Cell>
              ))}
              <Cell align="end">{formatMoney(bar.total)}</Cell>
            </Row>
          ))}
      </TableBody>
    </Table>
  )
}
