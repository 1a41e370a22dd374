'use client'

import { useNow } from '@/components/layout/use-now'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { TimeAgo } from '@/components/ui/time-ago'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { changeHandlingWords } from '../change-handling-words'

export type ConnectionFactsProps = { connection: ConnectionDetail }

const warehouseWords: Record<ConnectionDetail['warehouse']['state'], string> = {
  untested: 'access given, not tested yet',
  connected: 'readable',
  refused: 'refuses the access it was given',
  unreachable: 'does not answer',
}

/** What Headgate knows of the connection and how it knows it. */
export function ConnectionFacts({ connection }: ConnectionFactsProps) {
  const now = useNow()
  const { changeHandling, latestSnapshot, baselineSnapshot, warehouse, destination, refreshedAt } = connection
  const policy = changeHandling && changeHandlingWords[changeHandling]
  return (
    <Section title="Known of it" gutter="inspector" isFollowing>
      <DefinitionList
        gutter="inspector"
        items={[
          {
            term: 'New things',
            value: policy ? (
              <>
                {policy.word} <span className="text-ink-3">{policy.consequence}</span>
              </>
            ) : (
              'not known before the first snapshot'
            ),
          },
          {
            term: 'Snapshot',
            value: latestSnapshot ? (
              <>
                <Link href={`/connections/${connection.id}/snapshots`}>{latestSnapshot.number}</Link>, taken{' '}
                <TimeAgo at={latestSnapshot.takenAt} now={now} />{' '}
                <span className="text-ink-3">
                  {latestSnapshot.tableCount} tables, {latestSnapshot.columnCount} columns
                </span>
              </>
            ) : (
              'none yet'
            ),
          },
          {
            term: 'Baseline',
            value: baselineSnapshot ? (
              <>
                {baselineSnapshot.number}, <TimeAgo at={baselineSnapshot.takenAt} now={now} look="stamp" />{' '}
                {latestSnapshot && connection.openChanges > 0 && (
                  <Link href={`/connections/${connection.id}/compare?base=baseline&revision=latest`}>
                    Compare with {latestSnapshot.number}
                  </Link>
                )}
              </>
            ) : (
              'none approved yet'
            ),
          },
          {
            term: 'Destination',
            value: warehouse.configured ? (
              `${destination.name} ${warehouseWords[warehouse.state]}`
            ) : (
              <>
                No access to {destination.name}: types stay unknown.{' '}
                <Link href="/settings/fivetran">Fivetran settings</Link>
              </>
            ),
          },
          { term: 'Account', value: connection.accountName },
          { term: 'Set-up', value: `${connection.setupState}, ${connection.syncState}` },
          { term: 'Read', value: refreshedAt ? <TimeAgo at={refreshedAt} now={now} /> : 'never' },
        ]}
      />
    </Section>
  )
}
