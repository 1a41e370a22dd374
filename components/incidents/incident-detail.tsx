'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { driftHref } from '@/components/drift/drift-params'
import { SuspectList } from '@/components/drift/suspect-list'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { TimeAgo } from '@/components/ui/time-ago'
import type { IncidentView } from '@/lib/capabilities/drift/contract'
import { decideIncidentMutation } from '@/lib/capabilities/drift/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { CloseDialog } from './close-dialog'
import { pathOf, standOf } from './prepare-incident'

export type IncidentDetailProps = { incident: IncidentView; role: Role | null }

const calls = {
  waiting: 'Retraining is asked for and was not taken yet.',
  sent: 'Retraining was called for, once.',
  failed: 'The call for retraining was refused.',
} as const

/** One incident: its findings, what may be the cause, whether retraining was called for, and what a person can do. */
export function IncidentDetail({ incident, role }: IncidentDetailProps) {
  const client = useQueryClient()
  const decide = useMutation(decideIncidentMutation(client))
  const [isClosing, setIsClosing] = useState(false)
  const mayNot = can(role, 'incidents.write') ? null : `${whoMay('incidents.write')} look after incidents.`
  return (
    <>
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line px-4 py-1.5">
        <h2 className="text-sm font-semibold">I-{incident.number}</h2>
        <span className="text-xs text-ink-2">{standOf(incident)}</span>
      </header>
      {incident.closedReason && (
        <p className="border-b border-line px-4 py-2.5 text-xs leading-[18px] text-ink-2">{incident.closedReason}</p>
      )}
      <Section gutter="inspector" title="Findings" note={`in ${incident.connectionName}`}>
        <ul className="grid gap-3 px-4 py-3">
          {incident.findings.map((finding) => (
            <Finding key={finding.id} finding={finding} connectionId={incident.connectionId} />
          ))}
        </ul>
      </Section>
      <Section isFollowing gutter="inspector" title="Likely cause" note="what happened before, not proof">
        <div className="px-4 py-3">
          <SuspectList suspects={incident.suspects} />
        </div>
      </Section>
      {incident.retraining && (
        <Section isFollowing gutter="inspector" title="Retraining">
          <p className="px-4 py-3 text-xs leading-[18px] text-ink-2">
            {calls[incident.retraining.state]} {incident.retraining.detail}
          </p>
        </Section>
      )}
      {incident.state !== 'closed' && (
        <div className="grid gap-2 border-t border-line px-4 py-3">
          <div className="flex flex-wrap items-center gap-2">
            {incident.state === 'open' && (
              <Button
                kind="decide"
                isPending={decide.isPending}
                isDisabled={mayNot !== null}
                onPress={() =>
                  decide.mutate({ incidentId: incident.id, body: { decision: 'acknowledge', reason: null } })
                }
              >
                Acknowledge
              </Button>
            )}
            <Button onPress={() => setIsClosing(true)} disabledReason={mayNot}>
              Close…
            </Button>
          </div>
          <ProblemMessage error={decide.error} what="Acknowledging" />
        </div>
      )}
      {isClosing && <CloseDialog incident={incident} isOpen onOpenChange={setIsClosing} />}
    </>
  )
}

const plain = { days: 30, measure: 'score', connection: null, asTable: false } as const

function Finding({ finding, connectionId }: { finding: IncidentView['findings'][number]; connectionId: string }) {
  const now = useNow()
  const { schema, table, column } = finding
  const path = <PathName path={pathOf(finding)} isGone={finding.clearedAt !== null} />
  return (
    <li className="grid gap-0.5 text-xs leading-[18px] text-ink-2">
      {finding.kind === 'column' ? (
        <span className="min-w-0">
          <Link href={driftHref({ ...plain, of: connectionId, schema, table, column }, {})} look="plain">
            {path}
          </Link>
        </span>
      ) : (
        path
      )}
      <span>{finding.why}.</span>
      <span className="text-ink-3">
        since <TimeAgo at={finding.firstAt} now={now} look="stamp" />
        {finding.clearedAt && (
          <>
            , cleared <TimeAgo at={finding.clearedAt} now={now} look="stamp" />
          </>
        )}
      </span>
    </li>
  )
}
