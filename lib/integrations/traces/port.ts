/** A receiver of spans. Every ending is an outcome: nothing here rejects for what a server or the network does. */
export interface TraceReceiver {
  /** Sends one batch, whole. An empty one tries address and credentials. */
  send(spans: readonly TraceSpan[], options?: { signal?: AbortSignal }): Promise<SendSpansOutcome>
  close(): Promise<void>
}

/** One finished piece of work, in the words of the receiver's convention. */
export interface TraceSpan {
  /** 32 and 16 hexadecimal digits. The same span sent twice has the same ids, so that a receiver can drop the second. */
  traceId: string
  spanId: string
  name: string
  startMs: number
  endMs: number
  attributes: Record<string, string | number | boolean | string[]>
  /** What went wrong; null when nothing did. */
  error: string | null
}

/** How a batch ended. `reason` is a sentence for people, without secrets. */
export type SendSpansOutcome =
  | { outcome: 'taken' }
  /** The receiver took some and refused these; sending them again cannot help. */
  | { outcome: 'partly-taken'; refused: number; reason: string }
  | { outcome: 'credentials-refused' | 'address-refused' | 'refused'; reason: string }
  /** Later may help. */
  | { outcome: 'unreachable'; reason: string }
