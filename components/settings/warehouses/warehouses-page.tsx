'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { fivetranSettingsQuery } from '@/lib/control-loop/connection/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { editorsSentence } from '../fivetran/editors-sentence'
import { SettingsFrame } from '../settings-frame'
import { WarehouseSection } from './warehouse-section'

export type WarehousesPageProps = { role: Role | null }

/** For each destination, the read-only access by which types and rows are seen where they are. */
export function WarehousesPage({ role }: WarehousesPageProps) {
  const query = useQuery(fivetranSettingsQuery())
  const settings = query.data
  const mayEdit = can(role, 'settings.write')
  return (
    <SettingsFrame name="Warehouses">
      <header className="px-5 pt-4 pb-3.5 md:px-7">
        <h1 className="text-lg font-semibold tracking-[-0.011em]">Warehouses</h1>
        <p className="text-ink-2">
          Where the connections write. Headgate reads types and measures columns there; rows stay there.{' '}
          {settings && editorsSentence(settings.admins, mayEdit)}
        </p>
      </header>
      {settings ? (
        settings.destinations.length === 0 ? (
          <div className="border-t border-line">
            <EmptyState
              title="No destination is known yet."
              actions={<ButtonLink href="/settings/fivetran">See the account</ButtonLink>}
            >
              They are listed as soon as the Fivetran account is read.
            </EmptyState>
          </div>
        ) : (
          settings.destinations.map((destination) => (
            <WarehouseSection key={destination.id} destination={destination} mayEdit={mayEdit} />
          ))
        )
      ) : query.error ? (
        <QueryProblem
          title="The warehouses were not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading the warehouses" rows={4} />
      )}
    </SettingsFrame>
  )
}
