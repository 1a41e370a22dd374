import { Lock } from 'lucide-react'
import { BinsDrawing } from '@/components/charts/bins-drawing'
import { PartsDrawing } from '@/components/charts/parts-drawing'
import { Icon } from '@/components/ui/icon'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { ColumnProfile, TableProfile } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { prepareProfileColumn } from './prepare-profile-column'

export type ProfileTableProps = { profile: TableProfile }

/** What was measured of each column: how much is empty, how much differs, how values lie. What was not measured is a dot. */
export function ProfileTable({ profile }: ProfileTableProps) {
  const faults = new Map(profile.faults.map((fault) => [fault.column, fault.sentence]))
  return (
    <div className="max-lg:overflow-x-auto max-lg:[&_table]:min-w-[760px]">
      <Table label="Columns as measured" widths={['26%', '20%', '84px', '92px', '101px', null]}>
        <TableHead>
          <HeadCell>Column</HeadCell>
          <HeadCell>Type</HeadCell>
          <HeadCell align="end">Empty %</HeadCell>
          <HeadCell align="end">Distinct %</HeadCell>
          <HeadCell>Values</HeadCell>
          <HeadCell label="Values in words" />
        </TableHead>
        <TableBody>
          {profile.columns.map((column) => {
            const cells = prepareProfileColumn(column, profile.rows)
            const fault = faults.get(column.column)
            return (
              <Row key={column.column}>
                <Cell isRowHead>
                  <PathName path={[column.column]} />
                </Cell>
                <Cell text="mono" tone="ink-2">
                  {column.typeSpelling}
                </Cell>
                <Cell align="end" tone={cells.isSparse ? 'warn' : 'ink'}>
                  {cells.empty ?? '·'}
                </Cell>
                <Cell align="end" tone="ink-2">
                  {cells.distinct ?? '·'}
                </Cell>
                <Cell>
                  <Drawing column={column} />
                </Cell>
                <Cell text="small" tone="ink-2">
                  {fault ?? revealInvisible(cells.values)}
                </Cell>
              </Row>
            )
          })}
        </TableBody>
      </Table>
    </div>
  )
}

function Drawing({ column }: { column: ColumnProfile }) {
  const { isSensitive, histogram, topValues } = column
  if (isSensitive)
    return (
      <span className="inline-flex items-center gap-1 text-xs text-ink-3">
        <Icon of={Lock} size={12} />
        no values
      </span>
    )
  if (histogram && histogram.edges.length > 1)
    return (
      <BinsDrawing edges={histogram.edges} counts={histogram.counts} label={`How values of ${column.column} lie`} />
    )
  if (topValues)
    return (
      <PartsDrawing
        rows={topValues.values.map(({ rows }) => rows)}
        outOf={topValues.outOf}
        label={`The commonest values of ${column.column}`}
      />
    )
  return null
}
