import { createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs'
import { connectionHealthSchema } from '@/lib/control-loop/connection/contract'

/** The list's state, whole, in the address: what is left out is the default. */
export const connectionListParams = {
  filter: parseAsStringLiteral(['all', 'attention', 'mine']).withDefault('all'),
  destination: parseAsString,
  service: parseAsString,
  state: parseAsStringLiteral(connectionHealthSchema.options),
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(['state', 'name', 'freshness', 'proposals']).withDefault('state'),
  peek: parseAsString,
}

const serialize = createSerializer(connectionListParams)

export type ConnectionListParams = {
  [Name in keyof typeof connectionListParams]: ReturnType<(typeof connectionListParams)[Name]['parseServerSide']>
}

/** The list's address with some of its state changed. */
export function connectionListHref(current: ConnectionListParams, change: Partial<ConnectionListParams>): string {
  return serialize('/connections', { ...current, ...change })
}
