'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { ButtonLink } from '@/components/ui/button-link'
import { ConnectionState } from '@/components/ui/connection-state'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Tile } from '@/components/ui/tile'
import type { ConnectionSummary, SyncView } from '@/lib/control-loop/connection/contract'
import { connectionQuery } from '@/lib/control-loop/connection/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { changeHandlingWords } from '../change-handling-words'
import { ConnectionButtons } from '../connection-buttons'
import { formatNearTime } from '../format-near-time'
import { OpenProposals } from '../open-proposals'
import { prepareConnectionState } from '../prepare-connection-state'
import { latestFirst, syncInstant, syncWords } from '../prepare-syncs'
import type { ConnectionActions } from '../use-connection-actions'

export type ConnectionPeekProps = {
  connection: ConnectionSummary
  role: Role | null
  actions: ConnectionActions
  now: Date
}

/** The selected connection at the bottom of the list: why it is as it is, and what can be done. */
export function ConnectionPeek({ connection, role, actions, now }: ConnectionPeekProps) {
  const { data: detail } = useQuery(connectionQuery(connection.id))
  const { state, word, detail: reason } = prepareConnectionState(connection)
  const [lastSync] = latestFirst(connection.recentSyncs)
  const policy = detail?.changeHandling ? changeHandlingWords[detail.changeHandling] : null
  const snapshot = detail?.latestSnapshot
  return (
    <section aria-label={`Selected: ${connection.name}`} className="shrink-0 border-t border-line-2 bg-canvas">
      <header className="flex min-h-10 flex-wrap items-center gap-2 border-b border-line px-5 py-1.5">
        <Tile name={connection.service} />
        <h2 className="text-sm font-semibold">{revealInvisible(connection.name)}</h2>
        <span className="mono text-ink-3">{connection.externalId}</span>
        <ConnectionState state={state} word={word} />
        <div className="ms-auto flex flex-wrap items-center gap-1.5">
          <ConnectionButtons
            connection={connection}
            underWay={detail?.underWay ?? []}
            role={role}
            actions={actions}
            hasKeys
          />
          <ButtonLink href={`/connections/${connection.id}`} keys="↵">
            Open
          </ButtonLink>
        </div>
      </header>
      <ProblemMessage {...actions.problem} />
      <div className="grid grid-cols-1 gap-y-2 px-5 pt-[9px] pb-3 sm:grid-cols-2 lg:grid-cols-4 lg:divide-x lg:divide-line [&>*]:lg:pe-4 [&>*+*]:lg:ps-4">
        <Fact term="Last sync" note={reason ?? (lastSync?.reason && revealInvisible(lastSync.reason))}>
          {lastSync ? syncSentence(lastSync, now) : 'None recorded yet'}
        </Fact>
        <Fact
          term="Changed since the baseline"
          note={
            snapshot
              ? `${snapshot.tableCount} tables, ${snapshot.columnCount} columns watched`
              : (connection.refreshProblem ?? (detail ? 'No snapshot yet' : null))
          }
        >
          {connection.openChanges === 0 ? 'Nothing open' : `${connection.openChanges} open`}
        </Fact>
        <Fact term="Waits">
          <OpenProposals counts={connection.openProposals} look="by-risk" />
        </Fact>
        <Fact term="Policy on new things" note={policy?.consequence}>
          {policy?.word ?? (detail ? 'Not known yet' : '')}
        </Fact>
      </div>
    </section>
  )
}

function syncSentence(sync: SyncView, now: Date): string {
  const at = syncInstant(sync)
  return at ? `${syncWords[sync.status]}, ${formatNearTime(at, now)}` : syncWords[sync.status]
}

function Fact({ term, note, children }: { term: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="text-2xs font-medium text-ink-3">{term}</h3>
      <div className="min-h-5">{children}</div>
      {note && <div className="text-xs text-ink-3">{note}</div>}
    </div>
  )
}
