import type { ModelCall } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import type { CallRow } from '../contract'
import { callOutcomeSchema } from '../domain/call-outcome'
import { meteredTaskSchema } from '../domain/task'

/** The ledger's rows as people see them, with the connections and proposals they belong to. */
export async function toCallRows(calls: readonly ModelCall[]): Promise<CallRow[]> {
  const idsOf = (field: 'connectionId' | 'proposalId') => [
    ...new Set(calls.map((call) => call[field]).filter((id) => id !== null)),
  ]
  const [connections, proposals] = await Promise.all([
    db.connection.findMany({
      where: { id: { in: idsOf('connectionId') } },
      select: { id: true, schemaName: true, service: true },
    }),
    db.proposal.findMany({
      where: { id: { in: idsOf('proposalId') } },
      select: { id: true, number: true, state: true },
    }),
  ])
  return calls.map((call) => {
    const connection = connections.find(({ id }) => id === call.connectionId)
    const proposal = proposals.find(({ id }) => id === call.proposalId)
    return {
      id: call.id,
      at: call.at.toISOString(),
      task: meteredTaskSchema.parse(call.task),
      promptVersion: call.promptVersion,
      subject: call.subject,
      provider: call.providerName,
      model: call.model,
      outcome: callOutcomeSchema.parse(call.outcome),
      problem: call.problem,
      turn: call.turn,
      cached: call.cached,
      inputTokens: call.inputTokens,
      outputTokens: call.outputTokens,
      costMicros: Number(call.costMicros),
      tookMs: call.tookMs,
      retries: call.retries,
      requestedBy: call.requestedBy,
      connection: connection ? { id: connection.id, name: connection.schemaName, service: connection.service } : null,
      proposal: proposal ? { ...proposal, state: proposal.state.replaceAll('_', '-') } : null,
      replayOf: call.replayOf,
    }
  })
}
