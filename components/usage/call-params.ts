import { createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs'
import type { CallListQuery } from '@/lib/capabilities/model/contract'
import { callOutcomes } from '@/lib/capabilities/model/domain/call-outcome'
import { meteredTasks } from '@/lib/capabilities/model/domain/task'

/** The ledger's state, whole, in the address. `errors` is every outcome that went wrong. */
export const callParams = {
  task: parseAsStringLiteral(meteredTasks),
  model: parseAsString,
  outcome: parseAsStringLiteral([...callOutcomes, 'errors'] as const),
  connection: parseAsString,
  proposal: parseAsString,
  day: parseAsString,
}

export type CallParams = {
  task: (typeof meteredTasks)[number] | null
  model: string | null
  outcome: (typeof callOutcomes)[number] | 'errors' | null
  connection: string | null
  proposal: string | null
  day: string | null
}

export const unfilteredCalls = {
  task: null,
  model: null,
  outcome: null,
  connection: null,
  proposal: null,
  day: null,
} as const satisfies CallParams

const serialize = createSerializer(callParams)

/** The ledger's address under some filters. */
export function callsHref(params: Partial<CallParams>): string {
  return serialize('/usage/models/calls', params)
}

const day = /^\d{4}-\d{2}-\d{2}$/
const uuid = /^[0-9a-f-]{36}$/i

/** The address's filters as the API takes them; what somebody typed into the address and cannot be is left out. */
export function callFilters(params: CallParams): Partial<CallListQuery> {
  return {
    ...(params.task && { task: params.task }),
    ...(params.model && { model: params.model.slice(0, 200) }),
    ...(params.outcome && { outcome: params.outcome }),
    ...(params.connection && uuid.test(params.connection) && { connection: params.connection }),
    ...(params.proposal && uuid.test(params.proposal) && { proposal: params.proposal }),
    ...(params.day && day.test(params.day) && { day: params.day }),
  }
}
