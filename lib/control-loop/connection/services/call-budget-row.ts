import { z } from 'zod'
import { type Db, db, type Tx } from '@/lib/platform/db/client'
import { type BudgetLimits, type BudgetState, fullBudget } from '../domain/call-budget'

const rowSchema = z.object({
  request_tokens: z.number().nullable(),
  source_hour_tokens: z.number().nullable(),
  source_minute_tokens: z.number().nullable(),
  filled_at: z.date().nullable(),
  held_until: z.date().nullable(),
  failures: z.number().nullable(),
  open_until: z.date().nullable(),
  open_reason: z.string().nullable(),
  requests_per_hour_max: z.number(),
  source_per_hour_max: z.number(),
  source_per_minute_max: z.number(),
  now: z.date(),
})

export interface BudgetReading {
  state: BudgetState
  limits: BudgetLimits
  openReason: string | null
  /** The database's clock: the only one that all workers share. */
  nowMs: number
}

/** The budget of an account as it is now. An account that never made a call has full buckets. */
export async function readBudget(accountId: string, from: Db | Tx = db): Promise<BudgetReading> {
  const [row] = rowSchema.array().parse(
    await from.$queryRaw`
      SELECT b.request_tokens, b.source_hour_tokens, b.source_minute_tokens, b.filled_at, b.held_until, b.failures, b.open_until, b.open_reason,
             a.requests_per_hour_max, a.source_per_hour_max, a.source_per_minute_max, clock_timestamp() AS now
      FROM fivetran_account a LEFT JOIN call_budget b ON b.account_id = a.id
      WHERE a.id = ${accountId}::uuid`,
  )
  if (!row) throw new Error(`There is no account ${accountId}`)
  const limits = {
    requestsPerHour: row.requests_per_hour_max,
    sourcePerHour: row.source_per_hour_max,
    sourcePerMinute: row.source_per_minute_max,
  }
  const nowMs = row.now.getTime()
  const full = fullBudget(limits, nowMs)
  return {
    limits,
    nowMs,
    openReason: row.open_reason,
    state: {
      requestTokens: row.request_tokens ?? full.requestTokens,
      sourceHourTokens: row.source_hour_tokens ?? full.sourceHourTokens,
      sourceMinuteTokens: row.source_minute_tokens ?? full.sourceMinuteTokens,
      filledAtMs: row.filled_at?.getTime() ?? nowMs,
      heldUntilMs: row.held_until?.getTime() ?? null,
      failures: row.failures ?? 0,
      openUntilMs: row.open_until?.getTime() ?? null,
    },
  }
}

/** Makes the row unless it is there, and locks it until the transaction ends: workers take their turn one after the other. */
export async function lockBudget(tx: Tx, accountId: string): Promise<void> {
  const lock = () => tx.$queryRaw<unknown[]>`SELECT 1 FROM call_budget WHERE account_id = ${accountId}::uuid FOR UPDATE`
  if ((await lock()).length > 0) return
  const { state } = await readBudget(accountId, tx)
  await tx.callBudget.createMany({ data: [{ accountId, ...toRow(state) }], skipDuplicates: true })
  await lock()
}

/** A state as its row keeps it. */
export function toRow(state: BudgetState) {
  const { requestTokens, sourceHourTokens, sourceMinuteTokens, failures } = state
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms))
  return {
    requestTokens,
    sourceHourTokens,
    sourceMinuteTokens,
    failures,
    filledAt: new Date(state.filledAtMs),
    heldUntil: instant(state.heldUntilMs),
    openUntil: instant(state.openUntilMs),
  }
}
