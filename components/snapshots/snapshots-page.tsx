'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { ConnectionFrame } from '@/components/connections/connection-frame'
import { QueryView } from '@/components/connections/query-view'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { snapshotsQuery } from '@/lib/control-loop/snapshot/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { SnapshotTimeline } from './snapshot-timeline'

export type SnapshotsPageProps = { connectionId: string; role: Role | null }

/** How the connection looked, latest first, and any two of them side by side. */
export function SnapshotsPage({ connectionId, role }: SnapshotsPageProps) {
  return (
    <ConnectionFrame connectionId={connectionId} tab="snapshots" role={role}>
      {(connection) => <Snapshots connection={connection} />}
    </ConnectionFrame>
  )
}

function Snapshots({ connection }: { connection: ConnectionDetail }) {
  const now = useNow()
  const query = useInfiniteQuery(snapshotsQuery(connection.id))
  return (
    <QueryView query={query} what="The snapshots were not read" reading="Reading the snapshots">
      {({ pages }) => {
        const snapshots = pages.flatMap(({ items }) => items)
        if (snapshots.length === 0) {
          return (
            <EmptyState title="No snapshot yet.">
              {connection.refreshProblem ??
                'The first is taken with the first refresh; after that one is kept whenever something moved.'}
            </EmptyState>
          )
        }
        return (
          <>
            <SnapshotTimeline connection={connection} snapshots={snapshots} now={now} />
            {query.hasNextPage && (
              <div className="px-5 py-3">
                <Button isPending={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
                  Show older
                </Button>
              </div>
            )}
          </>
        )
      }}
    </QueryView>
  )
}
