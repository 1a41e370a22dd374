'use client'

import { HeadCell } from '@/components/ui/table/head-cell'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import type { ConnectionSummary } from '@/lib/control-loop/connection/contract'
import { type ConnectionListParams, connectionListHref } from './connection-list-params'
import { ConnectionRow } from './connection-row'

export type ConnectionsTableProps = {
  items: readonly ConnectionSummary[]
  params: ConnectionListParams
  selectedId: string | null
  meId: string | null
  now: Date
  onSelect: (connectionId: string) => void
}

/** One row a connection; order, selection and filters are the address's. */
export function ConnectionsTable({ items, params, selectedId, meId, now, onSelect }: ConnectionsTableProps) {
  const sortBy = (sort: ConnectionListParams['sort'], direction: 'ascending' | 'descending') => ({
    href: connectionListHref(params, { sort }),
    direction: params.sort === sort ? direction : null,
  })
  return (
    <div className="[&_table]:min-w-[1070px]">
      <Table label="Connections" widths={[null, '148px', '204px', '156px', '162px', '84px', '96px', '68px']}>
        <TableHead isSticky>
          <HeadCell sort={sortBy('name', 'ascending')}>Connection</HeadCell>
          <HeadCell>Destination</HeadCell>
          <HeadCell sort={sortBy('state', 'descending')}>State</HeadCell>
          <HeadCell sort={sortBy('freshness', 'descending')}>Freshness of target</HeadCell>
          <HeadCell>Last 24 syncs</HeadCell>
          <HeadCell align="end">Next, UTC</HeadCell>
          <HeadCell align="end" sort={sortBy('proposals', 'descending')}>
            Proposals
          </HeadCell>
          <HeadCell align="end">Owner</HeadCell>
        </TableHead>
        <TableBody>
          {items.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              isSelected={connection.id === selectedId}
              meId={meId}
              now={now}
              onSelect={onSelect}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
