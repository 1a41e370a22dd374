export interface Fault {
  id: string
  /** `METHOD /prefix` or `/prefix`. */
  route: string
  kind: FaultKind
  status: number
  retryAfterSeconds: number
  /** How many more times; null without a limit. */
  times: number | null
  /** Where the share begins on the die: faults of one mix divide one throw between them. */
  from: number
  rate: number
  /** Requests that came by, struck or not: the number of the throw. */
  seen: number
  hits: number
}

export const FAULT_KINDS = [
  'status',
  'retry-after',
  'unauthorized',
  'drop-reply',
  'hang',
  'truncate',
  'content-type',
  'slow-drip',
  'ignore-setting',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** Shares of events that go wrong on their way to a webhook. */
export interface WebhookFaults {
  duplicate: number
  reorder: number
  late: number
  lost: number
  seed: number
}
