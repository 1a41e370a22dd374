import type { ActionKind } from '@/lib/control-loop/proposal/domain/action'
import type { ProposalDraft } from './draft-schema'

/** A language model that drafts proposals. What it returns is unchecked: it passes the same checker as a person's proposal. */
export interface ProposalDrafter {
  /** The model's name, for the record. */
  readonly model: string
  /** Never rejects for anything the model or its server does: every ending is an outcome. */
  draftProposal(input: DraftInput, options?: { signal?: AbortSignal }): Promise<DraftOutcome>
}

/** All that may leave for the model: names, kinds and types. No row values, no counts of rows, no people. */
export interface DraftInput {
  /** The connector type, e.g. `salesforce`. */
  connectorType: string
  changes: DraftChange[]
  /** What the built-in rules propose. The model may keep, reword or narrow it. */
  rulesDraft: { rationale: string; actions: unknown[] }
  /** The actions that can be carried out here; the model is offered no other. */
  allowedKinds: ActionKind[]
}

export interface DraftChange {
  changeId: string
  kind: string
  path: { schema?: string; table?: string; column?: string }
  baseType: string | null
  revisionType: string | null
}

export interface DraftUsage {
  inputTokens: number
  outputTokens: number
}

/** What every ending has in common, for the record of model calls. */
export interface DraftCircumstances {
  model: string
  promptVersion: string
  tookMs: number
  /** null when the server reported none. */
  usage: DraftUsage | null
}

export type DraftOutcome = DraftCircumstances & DraftEnding

/** How a call ended. `reason` is a phrase for people and the log, without secrets and without the prompt. */
export type DraftEnding =
  | { outcome: 'drafted'; draft: ProposalDraft }
  /** The model declined; `reason` are its words. */
  | { outcome: 'declined'; reason: string }
  /** It ran out of output length. */
  | { outcome: 'cut-off'; reason: string }
  /** Not JSON, or not of the agreed shape. */
  | { outcome: 'invalid'; reason: string }
  | { outcome: 'rate-limited'; reason: string; retryAfterSeconds: number | null }
  | { outcome: 'credentials-refused'; reason: string }
  | { outcome: 'unreachable'; reason: string }
  /** The server answered with any other error. */
  | { outcome: 'failed'; reason: string; status: number | null }
