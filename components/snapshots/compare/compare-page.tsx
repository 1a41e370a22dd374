'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryStates } from 'nuqs'
import { QueryView } from '@/components/connections/query-view'
import { PageFrame } from '@/components/layout/page-frame'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { connectionQuery } from '@/lib/control-loop/connection/queries'
import { comparisonQuery, snapshotsQuery } from '@/lib/control-loop/snapshot/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { CompareToolbar } from './compare-toolbar'
import { CompareWorkspace } from './compare-workspace'
import { EqualSnapshots } from './equal-snapshots'

export type ComparePageProps = { connectionId: string; role: Role | null }

/** Without a choice: what people agreed to against what is there now. */
const pairParams = {
  base: parseAsString.withDefault('baseline'),
  revision: parseAsString.withDefault('latest'),
}

/** What differs between two snapshots: facts first, then what may be one thing under two names. */
export function ComparePage({ connectionId, role }: ComparePageProps) {
  const [pair, setPair] = useQueryStates(pairParams)
  const { data: connection } = useQuery(connectionQuery(connectionId))
  const { data: listed } = useInfiniteQuery(snapshotsQuery(connectionId))
  const query = useQuery(comparisonQuery(connectionId, pair.base, pair.revision))
  const { data: comparison } = query
  return (
    <PageFrame
      scroll="panes"
      crumbs={[
        { label: 'Connections', href: '/connections' },
        {
          label: connection ? revealInvisible(connection.name) : 'Connection',
          href: `/connections/${connectionId}/snapshots`,
        },
        {
          label: comparison
            ? `Compare ${pair.base === 'baseline' ? 'the baseline' : comparison.base.number} with ${comparison.revision.number}`
            : 'Compare',
        },
      ]}
    >
      <CompareToolbar
        pair={pair}
        comparison={comparison ?? null}
        snapshots={listed?.pages.flatMap(({ items }) => items) ?? []}
        onChange={(change) => setPair(change)}
      />
      <QueryView query={query} what="The two snapshots were not compared" reading="Comparing the two snapshots">
        {(found) =>
          found.changes.length === 0 ? (
            <EqualSnapshots comparison={found} isBaseline={pair.base === 'baseline'} />
          ) : (
            <CompareWorkspace
              key={`${found.base.id}-${found.revision.id}`}
              comparison={found}
              connectionId={connectionId}
              isBaseline={pair.base === 'baseline' || found.base.isBaseline}
              hasWordBase={pair.base === 'baseline'}
              role={role}
            />
          )
        }
      </QueryView>
    </PageFrame>
  )
}
