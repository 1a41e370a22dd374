'use client'

import { Users } from 'lucide-react'
import { shortenSentence } from '@/components/changes/shorten-sentence'
import { useNow } from '@/components/layout/use-now'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { RiskBadge } from '@/components/ui/risk-badge'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import { Tag } from '@/components/ui/tag'
import type { Home } from '@/lib/control-loop/overview/contract'
import { prepareDue } from './prepare-due'

export type WaitsForYouProps = { proposals: Home['waitsForMe']; facts: Home['facts'] }

/** What this person may decide, due first. A row opens the item: nothing is decided from here. */
export function WaitsForYou({ proposals, facts }: WaitsForYouProps) {
  const now = useNow()
  return (
    <Section
      title="Waits for you"
      note={facts.waitingForMe > 0 ? `${facts.waitingForMe}, due first` : undefined}
      actions={
        <>
          <Link href="/approvals">All approvals</Link>
          <span className="hidden md:inline">
            <Kbd keys="G A" />
          </span>
        </>
      }
    >
      {proposals.length === 0 ? (
        <EmptyState
          title="Nothing waits for you."
          actions={
            facts.waiting > 0 ? (
              <ButtonLink href="/approvals?view=waiting" size="sm">
                See all {facts.waiting} that wait
              </ButtonLink>
            ) : undefined
          }
        >
          {facts.waiting > 0
            ? 'What waits is for others: you wrote it, decided it, or your role does not decide.'
            : 'Everything that was proposed is decided.'}
        </EmptyState>
      ) : (
        <ul>
          {proposals.map((proposal) => (
            <li
              key={proposal.id}
              className="grid min-h-row grid-cols-[98px_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-5 py-1.5 last:border-b-0 hover:bg-surface-2 max-md:gap-y-1 md:grid-cols-[86px_minmax(0,7fr)_minmax(0,4fr)_76px_100px] md:py-0"
            >
              <RiskBadge risk={proposal.risk} />
              <span className="min-w-0 max-md:order-3 max-md:col-span-3">
                <Link href={`/approvals/${proposal.id}`} look="plain">
                  <span className="flex min-w-0 flex-wrap items-center gap-x-2 md:flex-nowrap">
                    <span className="font-medium whitespace-nowrap">{proposal.verb}</span>
                    <PathName path={proposal.path} />
                  </span>
                </Link>
              </span>
              <span
                title={proposal.reason}
                className="min-w-0 truncate text-xs text-ink-2 max-md:order-4 max-md:col-span-3"
              >
                <Sentence text={shortenSentence(proposal.reason, proposal.path)} />
              </span>
              <span className="max-md:justify-self-end">
                {proposal.approvalsNeeded > 1 && (
                  <Tag icon={<Icon of={Users} size={12} />}>{proposal.approvalsNeeded} people</Tag>
                )}
              </span>
              <span className="text-end text-xs">{proposal.dueAt && <DueTime dueAt={proposal.dueAt} now={now} />}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const urgencies = { overdue: 'font-medium text-bad-ink', today: 'font-medium', later: 'text-ink-2' } as const

function DueTime({ dueAt, now }: { dueAt: string; now: Date }) {
  const due = prepareDue(dueAt, now)
  return (
    <time dateTime={dueAt} className="whitespace-nowrap">
      <span className={urgencies[due.urgency]}>{due.when}</span>
      <span className="ms-2 text-ink-3">{due.left}</span>
    </time>
  )
}
