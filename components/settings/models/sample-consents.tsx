'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import { catalogTablesQuery } from '@/lib/capabilities/catalog/queries'
import { connectionsQuery } from '@/lib/control-loop/connection/queries'
import { ConsentList } from './consent-list'
import { TableConsents } from './table-consents'

export type SampleConsentsProps = { mayEdit: boolean }

/** A connection and a table of it are chosen; its columns are agreed to one by one. What is agreed to already is listed below. */
export function SampleConsents({ mayEdit }: SampleConsentsProps) {
  const [connectionId, setConnectionId] = useState<string | null>(null)
  const [tableKey, setTableKey] = useState<string | null>(null)
  const connections = useQuery(connectionsQuery({ limit: 200 }))
  const tables = useInfiniteQuery({
    ...catalogTablesQuery({ connection: connectionId ?? undefined, limit: 200 }),
    enabled: connectionId !== null,
  })
  const rows = connectionId === null ? [] : (tables.data?.pages.flatMap(({ items }) => items) ?? [])
  const options = rows.map((row) => ({
    id: JSON.stringify([row.schema, row.table]),
    label: revealInvisible(`${row.schema}.${row.table}`),
  }))
  const chosen = rows.find((row) => JSON.stringify([row.schema, row.table]) === tableKey)
  return (
    <div className="grid gap-3">
      <div className="grid max-w-[560px] gap-3 sm:grid-cols-2">
        <Select
          label="Connection"
          placeholder="Choose one"
          options={(connections.data?.items ?? []).map(({ id, name }) => ({ id, label: revealInvisible(name) }))}
          value={connectionId}
          onChange={(id) => {
            setConnectionId(id)
            setTableKey(null)
          }}
        />
        <Select
          label="Table"
          placeholder={connectionId === null ? 'Choose a connection first' : 'Choose one to agree to its columns'}
          options={options}
          value={tableKey}
          onChange={setTableKey}
          isDisabled={connectionId === null}
        />
      </div>
      {connectionId !== null && chosen && (
        <TableConsents
          key={tableKey}
          connectionId={connectionId}
          schema={chosen.schema}
          table={chosen.table}
          mayEdit={mayEdit}
        />
      )}
      {connectionId !== null && <ConsentList connectionId={connectionId} mayEdit={mayEdit} />}
    </div>
  )
}
