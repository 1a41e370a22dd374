import type { ModelAdvice } from '@/generated/prisma/client'
import type { AdviceView } from '../contract'
import { adviceKindSchema } from '../domain/advice'
import { adviceResultSchema } from '../domain/advice-result'

/** A stored question with its answer, parsed: what lies in the database is an edge too. */
export function toAdviceView(row: ModelAdvice): AdviceView {
  return {
    id: row.id,
    kind: adviceKindSchema.parse(row.kind),
    state: row.state,
    result: adviceResultSchema.nullable().parse(row.result),
    problem: row.problem,
    model: row.model,
    promptVersion: row.promptVersion,
    callId: row.callId,
    requestedBy: row.requestedBy,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}
