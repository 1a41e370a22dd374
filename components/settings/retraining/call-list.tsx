import { useNow } from '@/components/layout/use-now'
import { Link } from '@/components/ui/link'
import { TimeAgo } from '@/components/ui/time-ago'
import type { RetrainingView } from '@/lib/capabilities/drift/contract'

export type CallListProps = { calls: RetrainingView['calls'] }

const states = { waiting: 'on its way', sent: 'taken', failed: 'refused' } as const

/** The latest calls for retraining, each of one incident. */
export function CallList({ calls }: CallListProps) {
  const now = useNow()
  if (calls.length === 0) return <p className="text-xs text-ink-2">No incident called for retraining yet.</p>
  return (
    <ul aria-label="Calls for retraining" className="grid gap-2">
      {calls.map((call) => (
        <li key={call.id} className="text-xs leading-[18px] text-ink-2">
          <Link href={`/incidents?incident=${call.incidentNumber}`}>I-{call.incidentNumber}</Link>,{' '}
          <span className={call.state === 'failed' ? 'text-bad-ink' : 'text-ink'}>{states[call.state]}</span>,{' '}
          <TimeAgo at={call.createdAt} now={now} look="stamp" />. {call.why}. {call.state !== 'sent' && call.detail}
        </li>
      ))}
    </ul>
  )
}
