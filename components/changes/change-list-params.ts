import { createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs'

export const changeStates = ['open', 'closed', 'all'] as const
export const changeSeverities = ['breaking', 'dangerous', 'safe'] as const
export const changeOrigins = ['source', 'outside'] as const

/** The list's state, whole, in the address: what is left out is the default. */
export const changeListParams = {
  state: parseAsStringLiteral(changeStates).withDefault('open'),
  severity: parseAsStringLiteral(changeSeverities),
  origin: parseAsStringLiteral(changeOrigins),
  connection: parseAsString,
  q: parseAsString.withDefault(''),
}

const serialize = createSerializer(changeListParams)

export type ChangeListParams = {
  state: (typeof changeStates)[number]
  severity: (typeof changeSeverities)[number] | null
  origin: (typeof changeOrigins)[number] | null
  connection: string | null
  q: string
}

/** The list's address with some of its state changed. */
export function changeListHref(current: ChangeListParams, change: Partial<ChangeListParams>): string {
  return serialize('/changes', { ...current, ...change })
}

/** True when something narrows the list beyond its state. */
export function isNarrowed({ severity, origin, connection, q }: ChangeListParams): boolean {
  return severity !== null || origin !== null || connection !== null || q.trim() !== ''
}
