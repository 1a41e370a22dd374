'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryProblem } from '@/components/console/query-problem'
import { Inspector } from '@/components/layout/inspector'
import { CodeBlock } from '@/components/ui/code-block'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatCount } from '@/components/ui/format-count'
import { HashText } from '@/components/ui/hash-text'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Segmented } from '@/components/ui/segmented'
import { Sentence } from '@/components/ui/sentence'
import { Skeleton } from '@/components/ui/skeleton'
import type { AuditEventDetail } from '@/lib/platform/audit/contract'
import { auditEventQuery } from '@/lib/platform/audit/queries'
import { ActorName } from './actor-name'
import type { AuditParams } from './audit-params'
import { exactInstant } from './exact-instant'
import { objectHref } from './object-href'
import { bindingsOf, differenceOf, jsonOf, reasonOf } from './prepare-event'
import { SameCorrelation } from './same-correlation'
import { Verb } from './verb'

export type EventInspectorProps = {
  seq: number
  meId: string | null
  /** The page without the choice; absent while the latest is shown unasked. */
  closeHref?: string
  hrefOf: (change: Partial<AuditParams>) => string
}

/** One event: who, when, through what, tied to what, what it changed, and what else happened on its thread. */
export function EventInspector({ seq, meId, closeHref, hrefOf }: EventInspectorProps) {
  const query = useQuery({ ...auditEventQuery(seq), placeholderData: keepPreviousData })
  const event = query.data
  const title = event ? (
    <span className="flex min-w-0 items-center gap-2">
      <Verb action={event.action} verb={event.verb.charAt(0).toUpperCase() + event.verb.slice(1)} />
      <span className="truncate">{revealInvisible(event.object.label)}</span>
    </span>
  ) : (
    'Event'
  )
  return (
    <Inspector title={title} note={`event ${formatCount(seq)}`} closeHref={closeHref}>
      {event ? (
        <EventDetail event={event} meId={meId} hrefOf={hrefOf} />
      ) : query.error ? (
        <QueryProblem
          title="This event was not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading the event" rows={6} look="block" />
      )}
    </Inspector>
  )
}

type EventDetailProps = Pick<EventInspectorProps, 'meId' | 'hrefOf'> & { event: AuditEventDetail }

function EventDetail({ event, meId, hrefOf }: EventDetailProps) {
  const reason = reasonOf(event.detail)
  const bound = bindingsOf(event.detail)
  const object = objectHref(event.object)
  return (
    <>
      <DefinitionList
        gutter="inspector"
        items={[
          {
            term: 'Who',
            value: <ActorName actor={event.actor} isMe={event.actor.id !== null && event.actor.id === meId} />,
          },
          { term: 'When', value: <time dateTime={event.at}>{exactInstant(event.at)}</time> },
          { term: 'Through', value: event.channel },
          {
            term: 'To what',
            value: (
              <>
                {event.object.type}{' '}
                {object ? (
                  <Link href={object}>{revealInvisible(event.object.label)}</Link>
                ) : (
                  <span className="mono">{revealInvisible(event.object.label)}</span>
                )}
              </>
            ),
          },
          ...(reason ? [{ term: 'Reason', value: <Sentence text={reason} /> }] : []),
        ]}
      />
      <Section title="Bound to" gutter="inspector" isFollowing>
        <DefinitionList
          gutter="inspector"
          items={[
            ...bound.map((binding) => ({
              term: binding.term,
              value: binding.isHash ? <HashText hash={binding.value} /> : revealInvisible(binding.value),
            })),
            { term: 'This event', value: <HashText hash={event.hash} isCopyable /> },
            { term: 'Follows', value: <HashText hash={event.prevHash} /> },
          ]}
        />
      </Section>
      <Changed key={event.seq} detail={event.detail} />
      <SameCorrelation event={event} hrefOf={hrefOf} />
    </>
  )
}

function Changed({ detail }: { detail: AuditEventDetail['detail'] }) {
  const difference = differenceOf(detail)
  const hasDifference = difference.length > 0
  const [look, setLook] = useState<'diff' | 'json'>(hasDifference ? 'diff' : 'json')
  if (Object.keys(detail).length === 0) return null
  return (
    <Section
      title={hasDifference ? 'Changed' : 'Recorded'}
      gutter="inspector"
      isFollowing
      actions={
        hasDifference && (
          <Segmented
            label="How it is shown"
            size="sm"
            options={[
              { id: 'diff', label: 'Diff' },
              { id: 'json', label: 'JSON' },
            ]}
            value={look}
            onChange={setLook}
          />
        )
      }
    >
      <CodeBlock label="What the event recorded" code={look === 'diff' ? difference : jsonOf(detail)} isCopyable />
    </Section>
  )
}
