/** Whoever trains a model again when told that the rows it reads have moved. Every ending is an outcome; nothing here rejects for what a server does. */
export interface RetrainingTarget {
  /** Harmless to repeat with the same id: the other side knows it again. */
  trigger(call: RetrainingRequest, options?: { signal?: AbortSignal }): Promise<RetrainingOutcome>
  /** Sends a message that asks for nothing. */
  test(options?: { signal?: AbortSignal }): Promise<RetrainingOutcome>
  close(): Promise<void>
}

/** Thin: ids, names and a link; no row and no value. */
export interface RetrainingRequest {
  /** The same for every try. */
  id: string
  at: Date
  incident: { id: string; number: number; link: string }
  why: string
  connection: string
  columns: readonly { schema: string; table: string; column: string; score: number }[]
}

/** `reason` is a sentence for people, without secrets. */
export type RetrainingOutcome =
  | { outcome: 'taken'; reason: string }
  /** Another try with the same message changes nothing. */
  | { outcome: 'refused'; reason: string }
  | { outcome: 'unreachable'; reason: string }
