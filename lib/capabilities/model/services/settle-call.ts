import { z } from 'zod'
import type { ModelCall } from '@/generated/prisma/client'
import { type Tx, transact } from '@/lib/platform/db/client'
import type { BudgetKey } from '../domain/budget'
import type { CallOutcome } from '../domain/call-outcome'
import type { Tokens } from '../domain/price'
import { lockBudgets, moveBudgets } from './budget-rows'

const keysSchema = z.array(z.tuple([z.string(), z.string()]))

export interface Settlement {
  outcome: CallOutcome
  problem: string | null
  costMicros: number
  chargeNote: string | null
  usage: Tokens | null
  tookMs: number
  retries: number
  servedBy: string | null
  /** The reply, whole; null: none came, or nothing may be kept. */
  output: string | null
  /** Where an identical question will find the reply; null: it will not. */
  cacheKey: string | null
  now: Date
}

/**
 * Writes down what one call came to: the reply, what it cost, and the reservation given back, in one transaction. A call is charged once
 * however often this runs: one already settled stays as it is, and one given up as abandoned has its charge put right.
 */
export async function settleCall(callId: string, settlement: Settlement): Promise<void> {
  await transact(async (tx) => {
    const call = await lockCall(tx, callId)
    if (call.outcome !== 'in-flight' && call.outcome !== 'abandoned') return
    await charge(tx, call, settlement.costMicros)
    await tx.modelCall.update({
      where: { id: callId },
      data: {
        outcome: settlement.outcome,
        problem: settlement.problem,
        chargeNote: settlement.chargeNote,
        inputTokens: settlement.usage?.inputTokens ?? null,
        outputTokens: settlement.usage?.outputTokens ?? null,
        tookMs: settlement.tookMs,
        retries: settlement.retries,
        servedBy: settlement.servedBy,
        output: settlement.output,
        endedAt: settlement.now,
      },
    })
    if (settlement.cacheKey !== null && settlement.output !== null) {
      const reply = { reply: settlement.output, callId, storedAt: settlement.now }
      await tx.modelReplyCache.upsert({
        where: { key: settlement.cacheKey },
        create: { key: settlement.cacheKey, ...reply },
        update: reply,
      })
    }
  })
}

/** Charges a call whose worker is gone at the worst case: the provider may have answered, and the answer is lost. */
export async function abandonCall(callId: string, now: Date): Promise<boolean> {
  return transact(async (tx) => {
    const call = await lockCall(tx, callId)
    if (call.outcome !== 'in-flight') return false
    await charge(tx, call, Number(call.reservedMicros))
    await tx.modelCall.update({
      where: { id: callId },
      data: {
        outcome: 'abandoned',
        problem: 'Its worker ended before the answer was written down.',
        chargeNote: 'The answer is lost: charged at the most it can be.',
        endedAt: now,
      },
    })
    return true
  })
}

/** The row of a call, locked until the transaction ends. */
async function lockCall(tx: Tx, callId: string): Promise<ModelCall> {
  await tx.$queryRaw`SELECT 1 FROM model_call WHERE id = ${callId}::uuid FOR UPDATE`
  return tx.modelCall.findUniqueOrThrow({ where: { id: callId } })
}

async function charge(tx: Tx, call: ModelCall, costMicros: number): Promise<void> {
  const keys: BudgetKey[] = keysSchema.parse(call.budgetKeys).map(([scope, period]) => ({ scope, period }))
  await lockBudgets(tx, keys)
  const wasReserved = call.outcome === 'in-flight' ? Number(call.reservedMicros) : 0
  await moveBudgets(tx, keys, { spentMicros: costMicros - Number(call.costMicros), reservedMicros: -wasReserved })
  await tx.modelCall.update({ where: { id: call.id }, data: { costMicros } })
}
