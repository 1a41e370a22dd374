'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { changeStates } from '@/components/changes/change-list-params'
import { ChangesTable } from '@/components/changes/changes-table'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Segmented } from '@/components/ui/segmented'
import { Toolbar } from '@/components/ui/toolbar'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { changesQuery } from '@/lib/control-loop/diff/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ConnectionFrame } from '../connection-frame'
import { QueryView } from '../query-view'

export type ConnectionChangesProps = { connectionId: string; role: Role | null }

type ChangesState = (typeof changeStates)[number]

const stateWords: Record<ChangesState, string> = { open: 'Open', closed: 'Closed', all: 'All' }
const emptyWords: Record<ChangesState, string> = {
  open: 'Nothing differs from the approved baseline.',
  closed: 'No change of this connection was closed yet.',
  all: 'Nothing ever changed here since the first snapshot.',
}

/** What differs from the approved baseline of one connection, and what was answered before. */
export function ConnectionChanges({ connectionId, role }: ConnectionChangesProps) {
  return (
    <ConnectionFrame connectionId={connectionId} tab="changes" role={role}>
      {(connection) => <Changes connection={connection} />}
    </ConnectionFrame>
  )
}

function Changes({ connection }: { connection: ConnectionDetail }) {
  const [state, setState] = useQueryState('state', parseAsStringLiteral(changeStates).withDefault('open'))
  const query = useInfiniteQuery({
    ...changesQuery({ connection: connection.id, state }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Toolbar
        label="Which changes"
        end={
          connection.baselineSnapshot &&
          connection.latestSnapshot && (
            <Link href={`/connections/${connection.id}/compare?base=baseline&revision=latest`}>
              Compare snapshot {connection.latestSnapshot.number} with the baseline
            </Link>
          )
        }
      >
        <Segmented
          label="State"
          size="sm"
          options={changeStates.map((id) => ({ id, label: stateWords[id] }))}
          value={state}
          onChange={setState}
        />
      </Toolbar>
      <div className="relative grow">
        <QueryView query={query} what="The changes were not read" reading="Reading the changes">
          {({ pages }) => {
            const changes = pages.flatMap(({ items }) => items)
            if (changes.length === 0) {
              return (
                <EmptyState title={emptyWords[state]}>
                  {connection.latestSnapshot
                    ? `Snapshot ${connection.latestSnapshot.number} is what was looked at last.`
                    : 'There is no snapshot yet: refresh the connection first.'}
                </EmptyState>
              )
            }
            return (
              <>
                <ChangesTable changes={changes} />
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
      </div>
    </>
  )
}
