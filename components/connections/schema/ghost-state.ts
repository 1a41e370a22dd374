import { type GateState, gateStates } from '@/components/ui/gate-states'

/** The gate a proposal's state is drawn as; a state this page does not know yet waits for a person. */
export function ghostState(state: string): GateState {
  return isGateState(state) ? state : 'in-review'
}

function isGateState(state: string): state is GateState {
  return Object.hasOwn(gateStates, state)
}
