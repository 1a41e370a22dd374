/** Why a model gave nothing that counts. The rules' draft stands then, and the screen says which of these it was. */
export const noAnswerReasons = [
  /** No provider is set for the task, or the task is off. */
  'not-configured',
  /** The stop switch is on. */
  'stopped',
  /** A cap of the day or month would be passed. */
  'budget',
  /** Nobody entered what the model costs. */
  'no-price',
  /** Every provider was unreachable, refused or too slow. */
  'away',
  'declined',
  /** No turn gave an answer of the agreed form that the checker accepts. */
  'invalid',
  /** The question is longer than the task allows. */
  'too-large',
  /** Too many calls were under way for too long. */
  'busy',
] as const
export type NoAnswerReason = (typeof noAnswerReasons)[number]

/** What the gate gives back, always: it throws for nothing that a model, a provider or a budget does. */
export type ModelAnswer<Output> =
  | {
      outcome: 'answered'
      /** The ledger's row of the turn that gave the answer. */
      callId: string
      output: Output
      model: string
      promptVersion: string
      cached: boolean
    }
  | {
      outcome: 'none'
      why: NoAnswerReason
      /** A sentence for people, without secrets and without the prompt. */
      reason: string
      callId: string | null
    }

/** Who asks and for what: recorded with every call. */
export interface ModelAsk<Output> {
  correlationId: string
  requestedBy: { kind: 'job' | 'person'; userId?: string; name: string }
  connectionId?: string
  /** The proposal the answer feeds; may be set later with `linkCallToProposal`. */
  proposalId?: string
  /** What it is about, for the ledger, e.g. `salesforce.account`. */
  subject: string
  /** What is wrong with an answer of the right form, in sentences for the repair turn; empty: nothing. */
  check?: (output: Output) => string[]
  /** Names one piece of work across tries of its job: a reply that was paid for under it is used again, not bought again. */
  key?: string
  signal?: AbortSignal
  /** For measuring: this model answers and no other, whatever the routes say. */
  only?: { providerId: string; model: string }
}
