'use client'

import { Users } from 'lucide-react'
import { useNow } from '@/components/layout/use-now'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { RiskBadge } from '@/components/ui/risk-badge'
import { Section } from '@/components/ui/section'
import { Cell } from '@/components/ui/table/cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
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
        <Table label="Proposals that wait for you" widths={['98px', '46%', null, '92px', '116px']}>
          <TableBody>
            {proposals.map((proposal) => (
              <Row key={proposal.id}>
                <Cell>
                  <RiskBadge risk={proposal.risk} />
                </Cell>
                <Cell isRowHead>
                  <Link href={`/approvals/${proposal.id}`} look="plain">
                    <span className="flex min-w-0 items-center gap-2">
                      <span className="font-medium whitespace-nowrap">{proposal.verb}</span>
                      <PathName path={proposal.path} />
                    </span>
                  </Link>
                </Cell>
                <Cell text="small" tone="ink-2">
                  <span title={proposal.reason}>{proposal.reason}</span>
                </Cell>
                <Cell>
                  {proposal.approvalsNeeded > 1 && (
                    <Tag icon={<Icon of={Users} size={12} />}>{proposal.approvalsNeeded} people</Tag>
                  )}
                </Cell>
                <Cell text="small" align="end">
                  {proposal.dueAt && <DueTime dueAt={proposal.dueAt} now={now} />}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
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
