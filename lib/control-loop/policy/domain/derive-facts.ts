import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { effectOf } from './effect'
import type { Facts, Risk } from './verdict'

/** Where a proposal stands: its connection and what is known of the objects it touches. */
export interface Surroundings {
  connectionId: string
  service: string
  ownerId: string | null
  changeKinds: readonly string[]
  dataClasses: readonly string[]
}

export interface FactsInput {
  actions: readonly Action[]
  risk: Risk
  authorKind: Facts['authorKind']
  signalsComplete: boolean
  infeasible: number
  surroundings: Surroundings
}

/** Takes a list of actions and what is known around it; gives the facts a policy judges, each list sorted and without doubles. */
export function deriveFacts(input: FactsInput): Facts {
  const { actions, surroundings } = input
  const sorted = (list: readonly string[]) => [...new Set(list)].sort()
  return {
    authorKind: input.authorKind,
    connectionId: surroundings.connectionId,
    service: surroundings.service,
    ownerId: surroundings.ownerId,
    effects: sorted(actions.map(effectOf)),
    changeKinds: sorted(surroundings.changeKinds),
    dataClasses: sorted(surroundings.dataClasses),
    objects: new Set(actions.flatMap(objectsOf)).size,
    risk: input.risk,
    signalsComplete: input.signalsComplete,
    infeasible: input.infeasible,
  }
}

function objectsOf(action: Action): string[] {
  if (action.kind === 'accept-changes') return action.changeIds
  const { kind: _kind, ...rest } = action
  const path = ['schema', 'table', 'column', 'to'].map((part) => Reflect.get(rest, part) ?? '')
  return [path.join('\u0000')]
}
