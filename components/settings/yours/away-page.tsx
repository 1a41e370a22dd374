'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { QueryProblem } from '@/components/console/query-problem'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { showToast } from '@/components/ui/toast'
import { absencesQuery, cancelAbsenceMutation } from '@/lib/control-loop/review/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { SettingsFrame } from '../settings-frame'
import { SettingsSection } from '../settings-section'
import { AwayForm } from './away-form'
import { daysOf } from './prepare-away'

export type AwayPageProps = { role: Role | null }

/** On which days somebody else gets what would wait for this person. */
export function AwayPage({ role }: AwayPageProps) {
  const mayReview = can(role, 'reviews.write')
  const query = useQuery({ ...absencesQuery(), enabled: mayReview })
  const cancel = useMutation(cancelAbsenceMutation(useQueryClient()))
  return (
    <SettingsFrame name="Away">
      <header className="px-5 pt-4 pb-3.5 md:px-7">
        <h1 className="text-lg font-semibold tracking-[-0.011em]">Away</h1>
        <p className="text-ink-2">
          {mayReview
            ? 'On these days somebody else gets what would wait for you, and decides in your place. What reaches them goes no further.'
            : 'Proposals wait for stewards and admins. Nothing waits for you, so there is nothing to hand over.'}
        </p>
      </header>
      {mayReview && query.error && !query.data && (
        <QueryProblem
          title="Your absences were not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      )}
      {mayReview && !query.data && !query.error && <Skeleton label="Reading your absences" rows={3} />}
      {query.data && (
        <>
          <SettingsSection title="Your absences">
            {query.data.items.length === 0 ? (
              <p className="text-ink-2">You are not away.</p>
            ) : (
              <ul className="max-w-[560px]">
                {query.data.items.map((absence) => (
                  <li key={absence.id} className="flex min-h-9 flex-wrap items-center gap-x-3">
                    <b className="font-medium">{daysOf(absence)}</b>
                    <span className="text-ink-2">{absence.delegate.name} stands in</span>
                    {absence.isNow && <span className="text-xs text-ink-3">now</span>}
                    <span className="ms-auto">
                      <Button
                        size="sm"
                        isPending={cancel.isPending && cancel.variables === absence.id}
                        onPress={() => cancel.mutate(absence.id, { onSuccess: ({ sentence }) => showToast(sentence) })}
                      >
                        {absence.isNow ? 'I am back' : 'Cancel'}
                      </Button>
                    </span>
                  </li>
                ))}
              </ul>
            )}
            <ProblemMessage error={cancel.error} what="The change" />
          </SettingsSection>
          <SettingsSection title="Be away" note="Whole days, UTC.">
            <AwayForm candidates={query.data.candidates} />
          </SettingsSection>
        </>
      )}
    </SettingsFrame>
  )
}
