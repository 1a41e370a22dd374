import { setTimeout as sleep } from 'node:timers/promises'
import { BudgetSpentError, CallsRestError, RateLimitedError } from '@/lib/integrations/fivetran/errors'
import type { Pace } from '@/lib/integrations/fivetran/port'
import { transact } from '@/lib/platform/db/client'
import { restMsAfter } from '../domain/call-breaker'
import { type Admission, admitCall, type Lane } from '../domain/call-budget'
import { lockBudget, readBudget, toRow } from './call-budget-row'

/**
 * The pace of one account and lane, kept in the database and so shared by every worker: the request budget, the silence that a
 * `Retry-After` asked for, and the circuit breaker. Reads wait for what is near; writes and far waits are rejected with the seconds left.
 */
export function createSharedPace(
  accountId: string,
  lane: Lane,
  { now, waitMaxMs = 10_000 }: { now: () => number; waitMaxMs?: number },
): Pace {
  /** Whether the budget told of failures when a call of ours left: only then is there something to take back. */
  let hasFailures = false

  async function take(isSource: boolean): Promise<{ admission: Admission; openReason: string | null }> {
    return transact(async (tx) => {
      await lockBudget(tx, accountId)
      const { state, limits, openReason, nowMs } = await readBudget(accountId, tx)
      const admission = admitCall(state, limits, { lane, isSource }, nowMs)
      hasFailures = state.failures > 0
      if (admission.outcome === 'admitted') {
        await tx.callBudget.update({ where: { accountId }, data: toRow(admission.next) })
      }
      return { admission, openReason }
    })
  }

  return {
    async admit(kind) {
      for (;;) {
        const { admission, openReason } = await take(kind === 'source')
        if (admission.outcome === 'admitted') return
        if (kind === 'write' || admission.waitMs > waitMaxMs || admission.outcome === 'resting') {
          throw refusalOf(admission, openReason)
        }
        await sleep(admission.waitMs)
      }
    },

    async holdUntil(instantMs) {
      const seconds = Math.max(0, instantMs - now()) / 1_000
      await transact(async (tx) => {
        await lockBudget(tx, accountId)
        await tx.$executeRaw`
          UPDATE call_budget SET held_until = GREATEST(held_until, clock_timestamp() + make_interval(secs => ${seconds}))
          WHERE account_id = ${accountId}::uuid`
      })
    },

    async noteOutcome(outcome, reason) {
      if (outcome === 'answered' && !hasFailures) return
      hasFailures = outcome === 'failed'
      await transact(async (tx) => {
        await lockBudget(tx, accountId)
        const { state, nowMs } = await readBudget(accountId, tx)
        const failures = outcome === 'failed' ? state.failures + 1 : 0
        const restMs = restMsAfter(failures)
        await tx.callBudget.update({
          where: { accountId },
          data: {
            failures,
            openUntil: restMs > 0 ? new Date(nowMs + restMs) : null,
            openReason: restMs > 0 ? reason : null,
          },
        })
      })
    },
  }
}

function refusalOf(admission: Exclude<Admission, { outcome: 'admitted' }>, openReason: string | null) {
  const seconds = Math.ceil(admission.waitMs / 1_000)
  if (admission.outcome === 'held') return new RateLimitedError(seconds)
  if (admission.outcome === 'spent') return new BudgetSpentError(seconds)
  return new CallsRestError(seconds, openReason)
}
