import { createSerializer, parseAsInteger, parseAsStringLiteral } from 'nuqs'

/** The list's state in the address: which incidents, and which one is looked at, by its number. */
export const incidentParams = {
  state: parseAsStringLiteral(['open', 'closed'] as const).withDefault('open'),
  incident: parseAsInteger,
}
export type IncidentParams = { state: 'open' | 'closed'; incident: number | null }

const serialize = createSerializer(incidentParams)

/** The list's address with some of its state changed. */
export function incidentsHref(current: IncidentParams, change: Partial<IncidentParams>): string {
  return serialize('/incidents', { ...current, ...change })
}
