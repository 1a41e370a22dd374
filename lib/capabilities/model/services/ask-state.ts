import type { ModelAsk } from '../domain/model-answer'
import { redact } from '../domain/redact'
import type { MeteredTask, TaskLimits } from '../domain/task'
import type { Question } from './prepare-question'

/** What stays the same over all turns and providers of one ask. */
export interface AskState<Output> {
  askId: string
  task: { name: MeteredTask; version: string; limits: TaskLimits }
  question: Question
  ask: ModelAsk<Output>
  secrets: readonly string[]
  /** Milliseconds of the process's clock at which the ask is over. */
  endsAtMs: number
  keepContent: boolean
  cacheHours: number
  /** The call this repeats; such an ask neither uses nor feeds the cache. */
  replayOf: string | null
}

/** Milliseconds left for the whole ask. */
export function leftMs(state: { endsAtMs: number }): number {
  return Math.max(0, state.endsAtMs - Date.now())
}

/** What every row of an ask's ledger says of it. */
export function rowOf(state: AskState<never>) {
  const { ask, task, question, askId, keepContent, replayOf } = state
  return {
    askId,
    promptVersion: task.version,
    // A name may hold what must not be kept, like everything else.
    subject: redact(ask.subject, state.secrets).text.slice(0, 500),
    requestedByKind: ask.requestedBy.kind,
    requestedById: ask.requestedBy.userId ?? null,
    requestedBy: ask.requestedBy.name,
    connectionId: ask.connectionId ?? null,
    proposalId: ask.proposalId ?? null,
    correlationId: ask.correlationId,
    workKey: ask.key ?? null,
    masked: question.masked,
    ...(keepContent && question.material !== null && { material: question.material as object }),
    replayOf,
  }
}
