'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { QueryProblem } from '@/components/console/query-problem'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { formatStamp } from '@/components/ui/format-time'
import { Sentence } from '@/components/ui/sentence'
import { Skeleton } from '@/components/ui/skeleton'
import { showToast } from '@/components/ui/toast'
import { exclusionsQuery, liftExclusionMutation } from '@/lib/control-loop/review/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { SettingsFrame } from '../settings-frame'

export type ExclusionsPageProps = { role: Role | null }

/** What is not proposed again, who said so and why, what was passed over, and the way back. */
export function ExclusionsPage({ role }: ExclusionsPageProps) {
  const query = useQuery(exclusionsQuery())
  const lift = useMutation(liftExclusionMutation(useQueryClient()))
  const mayLift = can(role, 'reviews.write')
  return (
    <SettingsFrame name="Not proposed again">
      <header className="border-b border-line px-5 pt-4 pb-3.5">
        <h1 className="text-lg font-semibold tracking-[-0.011em]">Not proposed again</h1>
        <p className="text-ink-2">
          Said with a rejection. Drafting passes these over; the changes themselves stay open under Changes.
        </p>
      </header>
      <ProblemMessage error={lift.error} what="Lifting it" />
      {query.error && !query.data && (
        <QueryProblem
          title="The list was not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      )}
      {!query.data && !query.error && <Skeleton label="Reading what is not proposed" rows={4} look="two-line" />}
      {query.data?.items.length === 0 && (
        <EmptyState title="Everything may be proposed.">
          Choose “Do not propose it again” when you reject a proposal, and it is listed here.
        </EmptyState>
      )}
      <ul>
        {query.data?.items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line px-5 py-2.5">
            <div className="min-w-0 grow basis-80 wrap-anywhere">
              <p>
                <Sentence text={`${item.sentence}.`} />
              </p>
              <p className="text-xs text-ink-3">
                {item.createdBy} with P-{item.proposalNumber}, {formatStamp(item.createdAt, Date.now())}: {item.reason}.{' '}
                {item.expiresAt ? `Until ${formatStamp(item.expiresAt, Date.now())}.` : 'Until it is lifted.'}{' '}
                {item.passedOver === 0
                  ? 'Nothing passed over so far.'
                  : `${item.passedOver} ${item.passedOver === 1 ? 'change' : 'changes'} passed over.`}
              </p>
            </div>
            <Button
              size="sm"
              isPending={lift.isPending && lift.variables === item.id}
              disabledReason={mayLift ? null : `${whoMay('reviews.write')} lift it.`}
              onPress={() => lift.mutate(item.id, { onSuccess: ({ sentence }) => showToast(sentence) })}
            >
              Lift
            </Button>
          </li>
        ))}
      </ul>
    </SettingsFrame>
  )
}
