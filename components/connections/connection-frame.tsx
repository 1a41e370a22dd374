'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PageFrame } from '@/components/layout/page-frame'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Skeleton } from '@/components/ui/skeleton'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { connectionQuery } from '@/lib/control-loop/connection/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ConnectionHeader } from './connection-header'
import { type ConnectionTab, ConnectionTabs } from './connection-tabs'
import { QueryView } from './query-view'

export type ConnectionFrameProps = {
  connectionId: string
  tab: ConnectionTab
  role: Role | null
  /** `panes` for a tab that fills the window and scrolls inside. */
  scroll?: 'page' | 'panes'
  children: (connection: ConnectionDetail) => ReactNode
}

const tabNames: Record<ConnectionTab, string> = {
  overview: 'Overview',
  schema: 'Schema',
  snapshots: 'Snapshots',
  changes: 'Changes',
}

/** What every tab of a connection stands under: where one is, what it is and how it is, and the other tabs. */
export function ConnectionFrame({ connectionId, tab, role, scroll = 'page', children }: ConnectionFrameProps) {
  const query = useQuery(connectionQuery(connectionId))
  const name = query.data ? revealInvisible(query.data.name) : 'Connection'
  return (
    <PageFrame
      crumbs={[
        { label: 'Connections', href: '/connections' },
        { label: name, href: `/connections/${connectionId}/overview` },
        { label: tabNames[tab] },
      ]}
      scroll={scroll}
    >
      <QueryView
        query={query}
        what="The connection was not read"
        reading="Reading the connection"
        skeleton={<Skeleton label="Reading the connection" look="two-line" rows={8} />}
      >
        {(connection) => (
          <>
            <ConnectionHeader connection={connection} role={role} hasSync={tab === 'overview'} />
            <ConnectionTabs connection={connection} current={tab} />
            {children(connection)}
          </>
        )}
      </QueryView>
    </PageFrame>
  )
}
