import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { DriftOverview } from '@/lib/capabilities/drift/contract'
import type { DriftMeasure } from './drift-params'
import { formatMeasure, measureFaces } from './measure-words'

export type DaysTableProps = { overview: DriftOverview; measure: DriftMeasure }

const words = { none: 'not measured', learning: 'learning', 'cannot-tell': 'cannot tell' } as const

/** The heat strip as a table: tables down, days across, latest first. */
export function DaysTable({ overview: { days, tables }, measure }: DaysTableProps) {
  const latest = [...days].reverse()
  return (
    <Section title="Tables by day" note={`${measureFaces[measure].word} of the column that moved most`}>
      <div className="overflow-x-auto">
        <div style={{ minWidth: `${200 + latest.length * 96}px` }}>
          <Table label="Tables by day" widths={['200px', ...latest.map(() => '96px')]}>
            <TableHead>
              <HeadCell>Table</HeadCell>
              {latest.map((day) => (
                <HeadCell key={day} align="end">
                  {day}
                </HeadCell>
              ))}
            </TableHead>
            <TableBody>
              {tables.map((table) => (
                <Row key={`${table.connectionId} ${table.schema} ${table.table}`}>
                  <Cell isRowHead>
                    <PathName path={[table.schema, table.table]} />
                  </Cell>
                  {[...table.cells].reverse().map((cell) => (
                    <Cell key={cell.day} align="end" text="small" tone={cell.drifted > 0 ? 'bad' : 'ink-2'}>
                      {cell.state === 'judged' ? formatMeasure(cell[measure]) : words[cell.state]}
                    </Cell>
                  ))}
                </Row>
              ))}
            </TableBody>
          </Table>
        </div>
      </div>
    </Section>
  )
}
