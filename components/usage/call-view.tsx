import { PageHeader } from '@/components/layout/page-header'
import { useNow } from '@/components/layout/use-now'
import { formatStamp } from '@/components/ui/format-time'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import type { CallDetail } from '@/lib/capabilities/model/contract'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { CallFacts } from './call-facts'
import { CallResult } from './call-result'
import { CallText } from './call-text'
import { CallsTable } from './calls-table'
import { ReplaySection } from './replay-section'
import { taskFace } from './task-words'

export type CallViewProps = { call: CallDetail; role: Role | null }

/** The words of a call at the start, its numbers and repeats beside them. */
export function CallView({ call, role }: CallViewProps) {
  const now = useNow()
  return (
    <>
      <PageHeader
        title={
          <>
            {taskFace(call.task).word} <span className="mono font-normal">{revealInvisible(call.subject)}</span>
          </>
        }
        status={<CallResult call={call} />}
        meta={`${formatStamp(call.at, now)} UTC · asked by ${revealInvisible(call.requestedBy)} · ${call.promptVersion}`}
      />
      {call.problem && (
        <Message tone="warn" isBanner>
          {revealInvisible(call.problem)}
        </Message>
      )}
      <div className="grid grow border-t border-line xl:grid-cols-[minmax(0,1fr)_376px]">
        <div className="min-w-0">
          <CallText call={call} />
          {call.turns.length > 1 && (
            <Section title="Turns" note="the same question, repaired or asked of the next model" isFollowing>
              <CallsTable calls={call.turns} look="short" currentId={call.id} />
            </Section>
          )}
        </div>
        <aside aria-label="Cost and repeats" className="min-w-0 border-line max-xl:border-t xl:border-s">
          <CallFacts call={call} />
          <ReplaySection call={call} role={role} />
        </aside>
      </div>
    </>
  )
}
