/**
 * A server of language models. Every ending is an outcome: nothing here ever rejects for what a model, a server or the network does.
 * One call is one request: nothing is repeated, nothing is logged, and nothing here knows prices. Replies are read whole.
 */
export interface ModelPort {
  complete(request: CompletionRequest, options?: CallOptions): Promise<CompletionOutcome>
  embed(request: EmbeddingRequest, options?: CallOptions): Promise<EmbeddingOutcome>
  /** The names the server offers. Costs nothing: this is what *Test* calls. */
  listModels(options?: CallOptions & { timeoutMs?: number }): Promise<ModelListOutcome>
  /** The exact body `complete` would send, as text in UTF-8. Sends nothing and needs no key. */
  outgoingBytes(request: CompletionRequest): string
  close(): Promise<void>
}

export interface CallOptions {
  /** Ends the call early; the outcome is then `unreachable`. */
  signal?: AbortSignal
  /** Our own id of this call. It travels along, so that the provider's record and ours can be laid side by side. */
  callId?: string
}

export interface CompletionRequest {
  model: string
  messages: CompletionMessage[]
  /** The JSON Schema the answer is asked to keep to. Whether it does is for the reader to check. */
  schema: { name: string; jsonSchema: object }
  outputTokensMax: number
  /** From the first attempt to connect to the last byte of the reply. */
  timeoutMs: number
}

export interface CompletionMessage {
  role: 'system' | 'user' | 'assistant'
  text: string
}

export interface EmbeddingRequest {
  model: string
  texts: string[]
  /** Absent: as many as the model has. */
  dimensions?: number
  timeoutMs: number
}

export interface ModelUsage {
  inputTokens: number
  outputTokens: number
}

/** What every ending has in common, for the record of model calls. */
export interface CallCircumstances {
  tookMs: number
  /** null when the server reported none, or nothing believable. */
  usage: ModelUsage | null
  /** The model's name as the reply spells it; it may be more exact than the one asked for. */
  servedBy: string | null
  /** Requests beyond the first. Always 0 here: who repeats a call counts. */
  retries: number
  /**
   * Whether the provider may bill this call: true for every answer, and when the connection was lost after the request had left.
   * False only where nothing can have been made: no connection, a refused address, an error status.
   */
  mayBeBilled: boolean
}

export type CompletionOutcome = CallCircumstances & CompletionEnding
export type EmbeddingOutcome = CallCircumstances & ({ outcome: 'embedded'; vectors: number[][] } | CallFailure)
export type ModelListOutcome = CallCircumstances & ({ outcome: 'listed'; models: string[] } | CallFailure)

/** How a completion ended. `reason` is a phrase for people and the log, without secrets and without the prompt. */
export type CompletionEnding =
  /** `text` is the model's raw, unchecked answer. */
  | { outcome: 'completed'; text: string }
  /** It ran out of output length; `text` is what there was. */
  | { outcome: 'cut-off'; reason: string; text: string }
  /** An answer without text. */
  | { outcome: 'empty'; reason: string }
  | CallFailure

/** How any call can fail. */
export type CallFailure =
  /** The model or a filter before it declined; where the model said why, `reason` are its words. */
  | { outcome: 'declined'; reason: string }
  | { outcome: 'rate-limited'; reason: string; retryAfterSeconds: number | null }
  /** The account at the provider has no money left or hit its own cap: repeating the call cannot help. */
  | { outcome: 'spend-limit'; reason: string }
  /** The provider has no capacity right now. */
  | { outcome: 'overloaded'; reason: string; retryAfterSeconds: number | null }
  | { outcome: 'credentials-refused'; reason: string }
  /** The model does not exist there, or no longer. */
  | { outcome: 'model-gone'; reason: string }
  /** No connection, or it was lost. */
  | { outcome: 'unreachable'; reason: string }
  | { outcome: 'timed-out'; reason: string }
  /** The address may not be called from here. Nothing was sent. */
  | { outcome: 'address-refused'; reason: string }
  /** Any other answer than one we asked for. */
  | { outcome: 'failed'; reason: string; status: number | null }
