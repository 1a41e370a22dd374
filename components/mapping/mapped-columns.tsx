'use client'

import { useState } from 'react'
import { countOf } from '@/components/connections/count-of'
import { Button } from '@/components/ui/button'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { Collision, TableMapping, TableNote } from '@/lib/capabilities/mapping/contract'
import type { ColumnEdit } from './edit-mapping'
import { MappedColumn } from './mapped-column'

export type MappedColumnsProps = {
  table: TableMapping
  note: TableNote | undefined
  collisions: readonly Collision[]
  isNameFixed: boolean
  onEdit: (column: string, edit: ColumnEdit) => void
}

/** So many rows of fields are drawn at once; more are asked for. */
const pageSize = 60

/** The columns of one table, each with all that can be set of it. */
export function MappedColumns({ table, note, collisions, isNameFixed, onEdit }: MappedColumnsProps) {
  const [shown, setShown] = useState(pageSize)
  const own = collisions.filter((one) => one.table === table.source)
  const meeting = new Set(own.flatMap(({ sources }) => sources))
  const rest = table.columns.length - shown
  return (
    <div className="[&_table]:min-w-[720px]">
      <Table
        label={`Columns of ${revealInvisible(table.source)}`}
        widths={[null, '50px', '54px', '40px', '17%', '17%', '134px', '52px']}
        rowCount={table.columns.length + 1}
      >
        <TableHead>
          <HeadCell>Source column</HeadCell>
          <HeadCell align="center">Synced</HeadCell>
          <HeadCell align="center">Hashed</HeadCell>
          <HeadCell align="center">Key</HeadCell>
          <HeadCell>Lands as</HeadCell>
          <HeadCell>Name in models</HeadCell>
          <HeadCell>Type</HeadCell>
          <HeadCell label="Why" />
        </TableHead>
        <TableBody>
          {table.columns.slice(0, shown).map((column, at) => (
            <MappedColumn
              key={column.source}
              column={column}
              note={note?.columns[at]}
              rowIndex={at + 2}
              isKey={table.key.includes(column.source)}
              isMeeting={meeting.has(column.source)}
              isTableOff={!table.enabled}
              isNameFixed={isNameFixed}
              onEdit={(edit) => onEdit(column.source, edit)}
            />
          ))}
        </TableBody>
      </Table>
      {rest > 0 && (
        <div className="flex min-h-11 items-center gap-3 px-5 text-xs text-ink-3">
          <Button size="sm" onPress={() => setShown(shown + pageSize)}>
            Show {Math.min(rest, pageSize)} more
          </Button>
          {countOf(rest, 'column')} not shown; they are in the documents
        </div>
      )}
    </div>
  )
}
