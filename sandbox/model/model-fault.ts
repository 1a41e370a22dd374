import { hashPair, hashText } from '@/sandbox/source/seeded-random'

/** What can go wrong with one completion or embedding. The second half strikes when the answer is made: the provider bills it. */
export const MODEL_FAULT_KINDS = [
  'rate-limit',
  'rate-limit-wait',
  'spend-limit',
  'overloaded',
  'server-error',
  'unauthorized',
  'retired',
  'web-page',
  'stream-cut',
  'drop-reply',
  'hang',
  'cut-off',
  'refusal',
  'no-choice',
  'invalid-json',
  'invented-names',
  'ten-times',
] as const
export type ModelFaultKind = (typeof MODEL_FAULT_KINDS)[number]

const UNPAID: ReadonlySet<ModelFaultKind> = new Set([
  'rate-limit',
  'rate-limit-wait',
  'spend-limit',
  'overloaded',
  'server-error',
  'unauthorized',
  'retired',
  'web-page',
])

/** Whether the provider has made, and bills, an answer that this fault strikes. */
export const isPaid = (kind: ModelFaultKind | null): boolean => kind === null || !UNPAID.has(kind)

/** Faults that strike the next requests, of one task or of any. */
export interface ModelFault {
  kind: ModelFaultKind
  task: string | null
  times: number
  retryAfterSeconds: number
}

/** Faults by chance: one throw of the die for each request, seeded. */
export interface ModelFaultMix {
  seed: number
  rates: Partial<Record<ModelFaultKind, number>>
  retryAfterSeconds: number
}

/** The fault that a throw of the die brings to the request of this number, or null. The same seed gives the same faults. */
export function throwDie(mix: ModelFaultMix, requestNumber: number): ModelFaultKind | null {
  const die = hashPair(hashText(`model:${mix.seed}`), requestNumber) / 2 ** 32
  let from = 0
  for (const kind of MODEL_FAULT_KINDS) {
    from += mix.rates[kind] ?? 0
    if (die < from) return kind
  }
  return null
}
