'use client'

import { useQuery } from '@tanstack/react-query'
import { Camera } from 'lucide-react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { connectionSchemaQuery } from '@/lib/control-loop/snapshot/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ConnectionFrame } from '../connection-frame'
import { QueryView } from '../query-view'
import { rightReason } from '../right-reason'
import { useConnectionActions } from '../use-connection-actions'
import { SchemaWorkspace } from './schema-workspace'

export type SchemaPageProps = { connectionId: string; role: Role | null }

/** What is synced, hashed and keyed, as last seen; and where a person proposes otherwise. */
export function SchemaPage({ connectionId, role }: SchemaPageProps) {
  return (
    <ConnectionFrame connectionId={connectionId} tab="schema" role={role} scroll="panes">
      {(connection) => <ConnectionSchemaView connection={connection} role={role} />}
    </ConnectionFrame>
  )
}

function ConnectionSchemaView({ connection, role }: { connection: ConnectionDetail; role: Role | null }) {
  const query = useQuery(connectionSchemaQuery(connection.id))
  return (
    <QueryView query={query} what="The schema was not read" reading="Reading the schema">
      {(schema) =>
        schema.tree ? (
          <SchemaWorkspace connection={connection} schema={{ ...schema, tree: schema.tree }} role={role} />
        ) : (
          <NoSnapshot connection={connection} problem={schema.problem} role={role} />
        )
      }
    </QueryView>
  )
}

type NoSnapshotProps = { connection: ConnectionDetail; problem: string | null; role: Role | null }

/** Nothing was captured yet: why, and what a refresh will cost the source. */
function NoSnapshot({ connection, problem, role }: NoSnapshotProps) {
  const actions = useConnectionActions(connection)
  const isRefreshing = actions.isRefreshing || connection.underWay.includes('refresh')
  return (
    <EmptyState
      title="The schema is not captured yet."
      actions={
        <Button
          kind="decide"
          icon={<Icon of={Camera} />}
          isDisabled={isRefreshing}
          disabledReason={rightReason(role, 'connections.refresh', 'refresh connections')}
          onPress={actions.refresh}
        >
          {isRefreshing ? 'Refreshing' : 'Refresh'}
        </Button>
      }
    >
      <p>{problem ?? 'Headgate has not read this connection yet.'}</p>
      <p>A refresh asks Fivetran for the stored settings, then for the columns of each table. Nothing is changed.</p>
      <ProblemMessage {...actions.problem} />
    </EmptyState>
  )
}
