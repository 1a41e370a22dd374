import { createSerializer, parseAsBoolean, parseAsNumberLiteral, parseAsString, parseAsStringLiteral } from 'nuqs'

export const driftMeasures = ['score', 'psi', 'distance'] as const
export type DriftMeasure = (typeof driftMeasures)[number]

/** The page's state, whole, in the address: the time range, the measure, the connection and the column that is looked at. */
export const driftParams = {
  days: parseAsNumberLiteral([7, 30, 90] as const).withDefault(30),
  measure: parseAsStringLiteral(driftMeasures).withDefault('score'),
  connection: parseAsString,
  asTable: parseAsBoolean.withDefault(false),
  of: parseAsString,
  schema: parseAsString,
  table: parseAsString,
  column: parseAsString,
}

export type DriftParams = {
  days: 7 | 30 | 90
  measure: DriftMeasure
  connection: string | null
  asTable: boolean
  /** The connection of the column that is looked at. */
  of: string | null
  schema: string | null
  table: string | null
  column: string | null
}

const serialize = createSerializer(driftParams)

/** The page's address with some of its state changed. */
export function driftHref(current: DriftParams, change: Partial<DriftParams>): string {
  return serialize('/drift', { ...current, ...change })
}
