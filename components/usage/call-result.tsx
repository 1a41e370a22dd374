import { type GateState, gateStates } from '@/components/ui/gate-states'
import { Link } from '@/components/ui/link'
import { StateGlyph } from '@/components/ui/state-glyph'
import type { CallRow } from '@/lib/capabilities/model/contract'
import { callErrors, callOutcomeLabels } from '@/lib/capabilities/model/domain/call-outcome'

export type CallResultProps = { call: Pick<CallRow, 'outcome' | 'proposal' | 'cached' | 'replayOf'> }

/** How a call ended, or which proposal it fed and what became of that. */
export function CallResult({ call }: CallResultProps) {
  if (call.proposal && call.outcome === 'answered') {
    const { id, number, state } = call.proposal
    const word = `P-${number}`
    return (
      <Link href={`/approvals/${id}`} look="plain">
        {isGateState(state) ? (
          <StateGlyph state={state} word={`${word} ${gateStates[state].word.toLowerCase()}`} />
        ) : (
          `${word} ${state}`
        )}
      </Link>
    )
  }
  const isError = callErrors.includes(call.outcome)
  const words = call.replayOf ? `replay, ${callOutcomeLabels[call.outcome]}` : callOutcomeLabels[call.outcome]
  return (
    <span className={isError ? 'text-xs font-medium text-bad-ink' : 'text-xs text-ink-2'}>
      {call.cached ? `${words} from the cache` : words}
    </span>
  )
}

function isGateState(state: string): state is GateState {
  return Object.hasOwn(gateStates, state)
}
