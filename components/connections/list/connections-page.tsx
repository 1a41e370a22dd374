'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { ShareStrip } from '@/components/charts/share-strip'
import { PageFrame } from '@/components/layout/page-frame'
import { useShortcuts } from '@/components/layout/shortcuts'
import { useNow } from '@/components/layout/use-now'
import type { ConnectionList, ConnectionSummary } from '@/lib/control-loop/connection/contract'
import { connectionsQuery } from '@/lib/control-loop/connection/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import { QueryView } from '../query-view'
import { useConnectionActions } from '../use-connection-actions'
import { AsOfBanner } from './as-of-banner'
import { type ConnectionListParams, connectionListParams } from './connection-list-params'
import { ConnectionPeek } from './connection-peek'
import { ConnectionsEmpty } from './connections-empty'
import { ConnectionsFoot } from './connections-foot'
import { ConnectionsTable } from './connections-table'
import { ConnectionsToolbar } from './connections-toolbar'
import { prepareHealthShares } from './prepare-health-shares'

export type ConnectionsPageProps = { role: Role | null; meId: string | null }

/** Every pipeline that is watched, the troubled ones first. */
export function ConnectionsPage({ role, meId }: ConnectionsPageProps) {
  const [params, setParams] = useQueryStates(connectionListParams)
  const { peek, ...filters } = params
  const query = useQuery({
    ...connectionsQuery({
      filter: filters.filter,
      sort: filters.sort,
      q: filters.q || undefined,
      destination: filters.destination ?? undefined,
      service: filters.service ?? undefined,
      state: filters.state ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <PageFrame crumbs={[{ label: 'Connections' }]} scroll="panes">
      <QueryView query={query} what="The list of connections was not read" reading="Reading connections">
        {(list) => (
          <ConnectionsView
            list={list}
            params={params}
            onChange={(change) => setParams({ ...change, peek: change.peek ?? null })}
            onSelect={(connectionId) => setParams({ peek: connectionId })}
            selected={list.items.find(({ id }) => id === peek) ?? list.items[0] ?? null}
            role={role}
            meId={meId}
          />
        )}
      </QueryView>
    </PageFrame>
  )
}

type ConnectionsViewProps = ConnectionsPageProps & {
  list: ConnectionList
  params: ConnectionListParams
  selected: ConnectionSummary | null
  onChange: (change: Partial<ConnectionListParams>) => void
  onSelect: (connectionId: string) => void
}

function ConnectionsView({ list, params, selected, onChange, onSelect, role, meId }: ConnectionsViewProps) {
  const now = useNow()
  return (
    <>
      <AsOfBanner account={list.account} now={now} />
      {list.account.configured && <ConnectionsToolbar params={params} list={list} onChange={onChange} />}
      <ShareStrip label="Connections by state" shares={prepareHealthShares(list.counts.byHealth)} />
      <div className="min-h-0 grow md:overflow-y-auto">
        {list.items.length === 0 ? (
          <ConnectionsEmpty list={list} params={params} role={role} />
        ) : (
          <>
            <ConnectionsTable
              items={list.items}
              params={params}
              selectedId={selected?.id ?? null}
              meId={meId}
              now={now}
              onSelect={onSelect}
            />
            <ConnectionsFoot list={list} now={now} />
          </>
        )}
      </div>
      {selected && (
        <SelectedConnection
          key={selected.id}
          list={list}
          selected={selected}
          onSelect={onSelect}
          role={role}
          meId={meId}
        />
      )}
    </>
  )
}

/** The panel of the selected row, and the keys that move the selection and act on it. */
function SelectedConnection({
  list,
  selected,
  onSelect,
  role,
}: ConnectionsPageProps & Pick<ConnectionsViewProps, 'list' | 'onSelect'> & { selected: ConnectionSummary }) {
  const now = useNow()
  const router = useRouter()
  const actions = useConnectionActions(selected)
  const { refresh, sync } = actions
  const canRefresh = can(role, 'connections.refresh')
  const canSync = can(role, 'connections.sync') && !selected.paused && selected.health !== 'broken'
  const shortcuts = useMemo(() => {
    const index = list.items.findIndex(({ id }) => id === selected.id)
    const move = (step: number) => () => {
      const next = list.items[index + step]
      if (next) onSelect(next.id)
    }
    const scope = 'Connections'
    return [
      { keys: 'j', label: 'Next connection', scope, run: move(1) },
      { keys: 'ArrowDown', label: 'Next connection', scope, run: move(1) },
      { keys: 'k', label: 'Previous connection', scope, run: move(-1) },
      { keys: 'ArrowUp', label: 'Previous connection', scope, run: move(-1) },
      { keys: 'Enter', label: 'Open the connection', scope, run: () => router.push(`/connections/${selected.id}`) },
      ...(canRefresh ? [{ keys: 'r', label: 'Refresh the connection', scope, run: refresh }] : []),
      ...(canSync ? [{ keys: 'y', label: 'Sync the connection now', scope, run: sync }] : []),
    ]
  }, [list.items, selected.id, onSelect, router, canRefresh, canSync, refresh, sync])
  useShortcuts(shortcuts)
  return <ConnectionPeek connection={selected} role={role} actions={actions} now={now} />
}
