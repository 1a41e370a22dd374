import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/lib/platform/db/client'
import type { BudgetKey, BudgetRow } from '../domain/budget'

interface RawRow {
  scope: string
  period: string
  spent_micros: bigint
  reserved_micros: bigint
}

/** Locks the rows of the keys, in the one order everybody uses, making those that are missing. Whoever holds them decides alone. */
export async function lockBudgets(tx: Tx, keys: readonly BudgetKey[]): Promise<BudgetRow[]> {
  const pairs = Prisma.join(keys.map(({ scope, period }) => Prisma.sql`(${scope}, ${period})`))
  await tx.$executeRaw`INSERT INTO model_budget (scope, period) VALUES ${pairs} ON CONFLICT DO NOTHING`
  const rows = await tx.$queryRaw<RawRow[]>`
    SELECT scope, period, spent_micros, reserved_micros FROM model_budget
    WHERE (scope, period) IN (${pairs}) ORDER BY scope, period FOR UPDATE`
  return rows.map(({ scope, period, spent_micros, reserved_micros }) => ({
    scope,
    period,
    spentMicros: Number(spent_micros),
    reservedMicros: Number(reserved_micros),
  }))
}

/** Moves what is spent and reserved in locked rows. */
export async function moveBudgets(
  tx: Tx,
  keys: readonly BudgetKey[],
  by: { spentMicros?: number; reservedMicros?: number },
): Promise<void> {
  const pairs = Prisma.join(keys.map(({ scope, period }) => Prisma.sql`(${scope}, ${period})`))
  const { spentMicros = 0, reservedMicros = 0 } = by
  await tx.$executeRaw`
    UPDATE model_budget SET spent_micros = spent_micros + ${spentMicros}::bigint,
                            reserved_micros = reserved_micros + ${reservedMicros}::bigint
    WHERE (scope, period) IN (${pairs})`
}
