import type { Prisma } from '@/generated/prisma/client'
import { type Tx, transact } from '@/lib/platform/db/client'
import { budgetKeysOf, findCapPassed } from '../domain/budget'
import type { MeteredTask } from '../domain/task'
import { lockBudgets, moveBudgets } from './budget-rows'

export type ReserveCallOutcome =
  | { outcome: 'reserved'; callId: string }
  | { outcome: 'stopped' | 'budget' | 'busy'; reason: string }

/** After a call's time is over, this long until it counts as abandoned: its worker may still write down what came. */
const GRACE_MS = 60_000

/**
 * Takes the money for one call before it leaves: in one transaction on locked rows, the stop switch, the places and every cap are looked at,
 * the worst case is reserved, and the ledger's row is written as under way. So no number of calls at once can pass a cap together.
 */
export async function reserveCall(request: {
  task: MeteredTask
  concurrencyMax: number
  worstMicros: number
  timeoutMs: number
  now: Date
  row: Omit<Prisma.ModelCallUncheckedCreateInput, 'task' | 'outcome' | 'reservedMicros' | 'budgetKeys' | 'leaseUntil'>
}): Promise<ReserveCallOutcome> {
  const { task, worstMicros, now } = request
  const keys = budgetKeysOf(task, now)
  return transact(async (tx) => {
    const rows = await lockBudgets(tx, keys)
    const settings = await tx.modelSettings.findFirstOrThrow()
    if (settings.stoppedAt) return { outcome: 'stopped', reason: explainStop(settings) }
    const busy = await findNoPlace(tx, task, { task: request.concurrencyMax, total: settings.concurrencyMax })
    if (busy) return { outcome: 'busy', reason: busy }
    const own = await tx.modelTaskSetting.findUnique({ where: { task } })
    const passed = findCapPassed(
      rows,
      {
        total: { day: Number(settings.dayCapMicros), month: Number(settings.monthCapMicros) },
        task: { day: toCap(own?.dayCapMicros), month: toCap(own?.monthCapMicros) },
      },
      worstMicros,
    )
    if (passed) return { outcome: 'budget', reason: passed }
    await moveBudgets(tx, keys, { reservedMicros: worstMicros })
    const call = await tx.modelCall.create({
      data: {
        ...request.row,
        at: now,
        task,
        outcome: 'in-flight',
        reservedMicros: worstMicros,
        budgetKeys: keys.map(({ scope, period }) => [scope, period]),
        leaseUntil: new Date(now.getTime() + request.timeoutMs + GRACE_MS),
      },
      select: { id: true },
    })
    return { outcome: 'reserved', callId: call.id }
  })
}

/** What the stop switch says, for people. */
export function explainStop(settings: { stoppedBy: string | null; stopReason: string | null }): string {
  const why = settings.stopReason ? `: ${settings.stopReason}` : '.'
  return `${settings.stoppedBy ?? 'Somebody'} stopped all asking of models${why}`
}

function toCap(cap: bigint | null | undefined): number | null {
  return cap === null || cap === undefined ? null : Number(cap)
}

async function findNoPlace(tx: Tx, task: MeteredTask, max: { task: number; total: number }): Promise<string | null> {
  const [counts] = await tx.$queryRaw<{ all: number; own: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE task = ${task}))::int AS own
    FROM model_call WHERE outcome = 'in-flight' AND lease_until > clock_timestamp()`
  if (counts && counts.all >= max.total) return `${counts.all} calls are under way, the most allowed at once.`
  if (counts && counts.own >= max.task)
    return `${counts.own} calls of this task are under way, the most allowed at once.`
  return null
}
