import { createSerializer, parseAsNumberLiteral, parseAsString, parseAsStringLiteral } from 'nuqs'

export const checkStates = ['failing', 'warning', 'not-run', 'passing'] as const
export const checkKinds = [
  'not-null',
  'unique',
  'accepted-values',
  'range',
  'pattern',
  'length',
  'referential',
  'freshness',
  'row-count',
  'aggregate',
] as const
export const dayRanges = [1, 7, 14, 30, 90] as const

/** One range for the whole page and what is listed, in the address. */
export const qualityParams = {
  state: parseAsStringLiteral(checkStates),
  connection: parseAsString,
  kind: parseAsStringLiteral(checkKinds),
  days: parseAsNumberLiteral(dayRanges).withDefault(14),
}

const serialize = createSerializer(qualityParams)

export type QualityParams = {
  state: (typeof checkStates)[number] | null
  connection: string | null
  kind: (typeof checkKinds)[number] | null
  days: (typeof dayRanges)[number]
}

/** The page's address with some of its state changed. */
export function qualityHref(current: QualityParams, change: Partial<QualityParams>): string {
  return serialize('/quality', { ...current, ...change })
}

export const kindWords: Record<(typeof checkKinds)[number], string> = {
  'not-null': 'Not empty',
  unique: 'Unique',
  'accepted-values': 'Accepted values',
  range: 'Range',
  pattern: 'Form',
  length: 'Length',
  referential: 'Parent exists',
  freshness: 'Freshness',
  'row-count': 'Rows',
  aggregate: 'Statistic',
}
