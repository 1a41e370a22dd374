'use client'

import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { QueryProblem } from '@/components/console/query-problem'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { RefetchBar } from '@/components/ui/refetch-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { peopleQuery } from '@/lib/platform/auth/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { SettingsFrame } from '../settings-frame'
import { AddPersonDialog } from './add-person-dialog'
import { PeopleTable } from './people-table'

export type PeoplePageProps = { role: Role | null; meId: string | null }

/** Everybody who can or could sign in, with their role. */
export function PeoplePage({ role, meId }: PeoplePageProps) {
  const query = useQuery(peopleQuery())
  const [isAdding, setIsAdding] = useState(false)
  const mayEdit = can(role, 'people.write')
  return (
    <SettingsFrame name="People">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line px-5 pt-4 pb-3.5">
        <div className="min-w-0 grow basis-80">
          <h1 className="text-lg font-semibold tracking-[-0.011em]">People</h1>
          <p className="text-ink-2">
            Viewers read. Engineers propose and apply. Stewards decide. Admins also keep settings and people. Nobody
            approves what they wrote.
          </p>
        </div>
        <Button
          kind="decide"
          icon={<Icon of={UserPlus} />}
          onPress={() => setIsAdding(true)}
          disabledReason={mayEdit ? null : `${whoMay('people.write')} add people.`}
        >
          Add a person
        </Button>
      </header>
      <div className="relative">
        <RefetchBar isFetching={query.isFetching && query.data !== undefined} />
        {query.data ? (
          <PeopleTable people={query.data.items} mayEdit={mayEdit} meId={meId} />
        ) : query.error ? (
          <QueryProblem
            title="The people were not read."
            error={query.error}
            onRetry={() => query.refetch()}
            isRetrying={query.isFetching}
          />
        ) : (
          <Skeleton label="Reading the people" rows={6} />
        )}
      </div>
      {isAdding && <AddPersonDialog onClose={() => setIsAdding(false)} />}
    </SettingsFrame>
  )
}
