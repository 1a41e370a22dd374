import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { Distribution } from './prepare-distribution'

export type DistributionTableProps = { distribution: Distribution }

/** The distribution as numbers. Values are names somebody else chose: what is invisible in them is shown. */
export function DistributionTable({ distribution: { bars, isNumeric } }: DistributionTableProps) {
  return (
    <Table label="Distribution" gutter="narrow" density="compact" widths={[null, '84px', '84px']}>
      <TableHead>
        <HeadCell>{isNumeric ? 'Bin' : 'Value'}</HeadCell>
        <HeadCell align="end">Baseline, %</HeadCell>
        <HeadCell align="end">Now, %</HeadCell>
      </TableHead>
      <TableBody>
        {bars.map(({ name, baseline, current }) => (
          <Row key={name}>
            <Cell isRowHead text="mono">
              {revealInvisible(name)}
            </Cell>
            <Cell align="end">{baseline.toFixed(1)}</Cell>
            <Cell align="end">{current.toFixed(1)}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
