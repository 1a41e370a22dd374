'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CornerDownRight } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatStamp } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { Sentence } from '@/components/ui/sentence'
import { showToast } from '@/components/ui/toast'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { delegateMutation, snoozeMutation } from '@/lib/control-loop/review/queries'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import { snoozeSentence } from './prepare-snooze'
import type { Viewer } from './viewer'

export type TurnLineProps = { detail: ProposalDetail; viewer: Viewer; now: number }

/** Whose turn it is and by which rule, what it is set aside for, and the way back from both. */
export function TurnLine({ detail, viewer, now }: TurnLineProps) {
  const client = useQueryClient()
  const snooze = useMutation(snoozeMutation(client, detail.id))
  const delegate = useMutation(delegateMutation(client, detail.id))
  const { turn } = detail
  if (!turn) return null
  const mayReview = can(viewer.role, 'reviews.write')
  const done = { onSuccess: ({ sentence }: { sentence: string }) => showToast(sentence) }
  const isOverdue = detail.dueAt !== null && Date.parse(detail.dueAt) <= now
  const problem = delegate.error ?? snooze.error
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line px-4 py-1.5 text-xs text-ink-2 md:px-6">
      <Icon of={CornerDownRight} />
      <span className="min-w-0">
        <span className="sr-only">Whose turn: </span>
        {turn.people.length > 0 && <b className="font-medium text-ink">{namesOf(turn.people)}. </b>}
        <Sentence text={turn.sentence} />
        {turn.standsInFor && ` You decide for ${turn.standsInFor.name}.`}
      </span>
      {isOverdue && detail.dueAt && (
        <b className="font-medium text-bad-ink">Overdue since {formatStamp(detail.dueAt, now)}</b>
      )}
      {turn.delegation && mayReview && (
        <Button size="sm" kind="quiet" isPending={delegate.isPending} onPress={() => delegate.mutate(null, done)}>
          {turn.standsInFor ? 'Hand back' : 'Take back'}
        </Button>
      )}
      {detail.snooze && (
        <>
          <span>{snoozeSentence(detail.snooze, (at) => formatStamp(at, now))}</span>
          {mayReview && (
            <Button size="sm" kind="quiet" isPending={snooze.isPending} onPress={() => snooze.mutate(null, done)}>
              Bring back
            </Button>
          )}
        </>
      )}
      {problem && <span className="text-bad-ink">{problem.message}</span>}
    </div>
  )
}

const namedMax = 3

function namesOf(people: readonly { name: string }[]): string {
  const named = people.slice(0, namedMax).map(({ name }) => name)
  const left = people.length - named.length
  return left > 0 ? `${named.join(', ')} and ${left} more` : named.join(', ')
}
