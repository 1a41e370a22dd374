/** Somebody outside who is told. Every ending is an outcome: nothing here rejects for what a server or the network does. */
export interface NoticeReceiver {
  /** Tries address, credentials and settings without bothering anybody. */
  test(options?: DeliverOptions): Promise<ReceiverOutcome>
  /**
   * Makes the receiver's side of a thread be what the notice says. Harmless to repeat: it looks before it creates, or carries a key the receiver
   * knows again. `told` is what the last delivery answered; null when none arrived, or its answer was lost.
   */
  deliver(notice: Notice, told: Told | null, options?: DeliverOptions): Promise<DeliverOutcome>
  close(): Promise<void>
}

export interface DeliverOptions {
  signal?: AbortSignal
}

/** What is known of a matter now, whole: later versions replace earlier ones. Names inside are hostile and stay text. */
export interface Notice {
  /** Of the thread; the same for all its versions. Letters, digits and dashes. */
  id: string
  version: number
  state: 'open' | 'cleared'
  /** What happened last, as machines name it: `proposal.approved`. */
  event: string
  title: string
  risk: 'low' | 'medium' | 'high'
  /** What happened last, for people. Of a cleared matter this is the recovery note. */
  status: string
  facts: readonly NoticeFact[]
  /** Where it is decided. */
  link: string
  /** Ids of what it is about, newest first. */
  proposals: readonly { id: string; number: number }[]
  openedAt: Date
  at: Date
}

export interface NoticeFact {
  label: string
  value: string
}

/** How a receiver calls its side of a thread, and where a person finds it. */
export interface Told {
  reference: string | null
  link: string | null
}

/** How a call failed. `reason` is a sentence for people, without secrets. */
export type ReceiverProblem =
  | { outcome: 'credentials-refused' | 'address-refused' | 'refused'; reason: string }
  /** It wants nothing more, ever. */
  | { outcome: 'gone'; reason: string }
  /** Later may help; `retryAfterSeconds` when the receiver says how much later. */
  | { outcome: 'unreachable'; reason: string; retryAfterSeconds?: number }

export type ReceiverOutcome = { outcome: 'taken'; reason: string } | ReceiverProblem
export type DeliverOutcome = ({ outcome: 'delivered' } & Told) | ReceiverProblem
