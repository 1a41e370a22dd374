'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/connections/query-view'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { connectionsQuery } from '@/lib/control-loop/connection/queries'

export type ConnectionChoiceProps = { value: string | null; onChange: (connectionId: string) => void }

/** One of the watched connections. It is mapped from its latest snapshot: nobody is asked anew. */
export function ConnectionChoice({ value, onChange }: ConnectionChoiceProps) {
  const query = useQuery(connectionsQuery({ sort: 'name' }))
  return (
    <QueryView
      query={query}
      what="The connections were not read"
      reading="Reading the connections"
      skeleton={<Skeleton label="Reading the connections" rows={2} look="block" />}
    >
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title="No connection is watched yet."
            actions={<ButtonLink href="/settings/fivetran">Connect a Fivetran account</ButtonLink>}
          >
            Paste a sample or upload a file instead: that needs no account.
          </EmptyState>
        ) : (
          <div className="max-w-80">
            <Select
              label="Connection"
              placeholder="Choose a connection"
              hint="Its latest snapshot is read, with the classes people decided."
              value={value}
              onChange={onChange}
              options={items.map(({ id, name, service, refreshedAt }) => ({
                id,
                label: revealInvisible(name),
                hint: refreshedAt === null ? 'not read yet' : service,
                isDisabled: refreshedAt === null,
              }))}
            />
          </div>
        )
      }
    </QueryView>
  )
}
