import { DiffWord } from '@/components/ui/diff-word'
import { PathName } from '@/components/ui/path-name'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { StateDifference } from '@/lib/control-loop/apply/domain/plan-step'

export type DifferenceTableProps = { difference: readonly StateDifference[]; connectionName: string }

/** The three values of every field that is not what the reviewers saw: reviewed, live now, proposed. */
export function DifferenceTable({ difference, connectionName }: DifferenceTableProps) {
  return (
    <div className="overflow-x-auto">
      <div className="min-w-[560px]">
        <Table label="Reviewed, live and proposed values" widths={['36%', '16%', '16%', '16%', '16%']}>
          <TableHead>
            <HeadCell>Object</HeadCell>
            <HeadCell>Field</HeadCell>
            <HeadCell>Reviewed</HeadCell>
            <HeadCell>Live now</HeadCell>
            <HeadCell>Proposed</HeadCell>
          </TableHead>
          <TableBody>
            {difference.map((row) => (
              <Row key={`${row.path}-${row.field}`}>
                <Cell isRowHead>
                  <PathName path={row.path || connectionName} />
                </Cell>
                <Cell tone="ink-2" text="small">
                  {row.field}
                </Cell>
                <Cell>{row.reviewed}</Cell>
                <Cell>
                  <DiffWord side="before">{row.live}</DiffWord>
                </Cell>
                <Cell>
                  {row.proposed === null ? (
                    <span className="text-ink-3">not part of it</span>
                  ) : row.proposed === row.live ? (
                    row.proposed
                  ) : (
                    <DiffWord side="after">{row.proposed}</DiffWord>
                  )}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
    </div>
  )
}
