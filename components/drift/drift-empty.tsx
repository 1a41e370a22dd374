import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import type { DriftOverview } from '@/lib/capabilities/drift/contract'

export type DriftEmptyProps = { connections: DriftOverview['connections'] }

/** Why nothing is judged yet, and the next step: a warehouse, a watched connection, or waiting for the first measurement. */
export function DriftEmpty({ connections }: DriftEmptyProps) {
  if (!connections.some(({ hasWarehouse }) => hasWarehouse)) {
    return (
      <EmptyState
        isPage
        title="No warehouse is connected."
        actions={
          <ButtonLink kind="decide" href="/settings/warehouses">
            Connect a warehouse
          </ButtonLink>
        }
      >
        Rows are measured where they are. Headgate needs a read-only role of the destination and takes counts, never
        rows.
      </EmptyState>
    )
  }
  const watched = connections.filter(({ isWatched }) => isWatched)
  if (watched.length === 0) {
    return (
      <EmptyState
        isPage
        title="No connection is measured yet."
        actions={<ButtonLink href="/connections">Connections</ButtonLink>}
      >
        Switch measuring on for a connection: each sync is then measured in its warehouse and compared with the first.
      </EmptyState>
    )
  }
  return (
    <EmptyState isPage title="Nothing was measured yet.">
      The next sync of {watched.length === 1 ? watched[0]?.name : `${watched.length} connections`} is the first
      measurement. It becomes what later ones are compared with.
    </EmptyState>
  )
}
