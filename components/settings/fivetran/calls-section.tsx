'use client'

import { Check, Hourglass } from 'lucide-react'
import { pauseSentence } from '@/components/console/pause-sentence'
import { useNow } from '@/components/layout/use-now'
import { BudgetBar } from '@/components/ui/budget-bar'
import { formatCount } from '@/components/ui/format-count'
import { Icon } from '@/components/ui/icon'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { statusClass } from '@/components/ui/status-class'
import type { FivetranSettings } from '@/lib/control-loop/connection/contract'
import { prepareCallUse } from './prepare-call-use'

export type CallsSectionProps = { calls: FivetranSettings['calls']; isFollowing: boolean }

/** Whether calls may leave, how much of each bucket is used, and what Fivetran itself counted. */
export function CallsSection({ calls: { limit, remaining, budget }, isFollowing }: CallsSectionProps) {
  const now = useNow()
  const uses = budget ? prepareCallUse(budget) : []
  const spent = uses.find(({ ready }) => ready === 0)
  const pause =
    (budget && pauseSentence(budget, now)) ?? (spent ? `${spent.label}: used up, more come free each minute` : null)
  const counted = limit !== null && remaining !== null ? Math.max(0, limit - remaining) : null
  return (
    <Section title="Calls this hour" gutter="inspector" isFollowing={isFollowing}>
      <div className="grid gap-2.5 px-4 pt-2.5 pb-3 text-xs">
        {budget && (
          <>
            <p className={statusClass(pause ? 'text-warn-ink' : 'text-good-ink')}>
              <Icon of={pause ? Hourglass : Check} />
              {pause ?? 'Calls leave as they come'}
            </p>
            {pause && budget.restReason && <p className="text-ink-2">{revealInvisible(budget.restReason)}</p>}
            {uses.map((use) => (
              <BudgetBar
                key={use.name}
                label={use.label}
                spent={use.used}
                limit={use.capacity}
                valueText={`${formatCount(use.used)} used, ${formatCount(use.ready)} ready`}
              />
            ))}
          </>
        )}
        {limit !== null && counted !== null ? (
          <BudgetBar
            label="All keys, as Fivetran counts"
            spent={counted}
            limit={limit}
            valueText={`${formatCount(counted)} of ${formatCount(limit)}`}
          />
        ) : (
          <p className="text-ink-2">Fivetran tells with its answers how many are left; none has come yet.</p>
        )}
        {budget && (
          <p className="text-ink-3">
            Half of a limit may leave at once; the other half comes back over its window. Scans and looks leave a part
            for approved changes.
          </p>
        )}
      </div>
    </Section>
  )
}
