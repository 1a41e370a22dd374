import { isBreakerTripped, probeMs, restMsAfter } from '@/lib/control-loop/connection/domain/call-breaker'
import { db, transact } from '@/lib/platform/db/client'
import type { CallOutcome } from '../domain/call-outcome'
import { judgeProvider } from '../domain/provider-trouble'

/**
 * Whether a call may leave for a provider: not while its breaker is open, and after that one call of all workers goes out to see. Returns a
 * sentence for people when it may not.
 */
export async function findProviderRest(providerId: string, now: Date): Promise<string | null> {
  const provider = await db.modelProvider.findUniqueOrThrow({ where: { id: providerId } })
  if (!isBreakerTripped(provider.failures)) return null
  const reason = `${provider.name} rests after ${provider.failures} failed calls: ${provider.openReason ?? 'no answer'}`
  if (provider.openUntil && provider.openUntil > now) return reason
  const { count } = await db.modelProvider.updateMany({
    where: { id: providerId, failures: provider.failures, openUntil: provider.openUntil },
    data: { openUntil: new Date(now.getTime() + probeMs) },
  })
  return count === 1 ? null : reason
}

/** Counts what a call's ending says about its provider. */
export async function noteProviderOutcome(
  providerId: string,
  outcome: CallOutcome,
  reason: string | null,
  now: Date,
): Promise<void> {
  const judged = judgeProvider(outcome)
  if (judged === 'unknown') return
  if (judged === 'working') {
    await db.modelProvider.updateMany({
      where: { id: providerId, failures: { gt: 0 } },
      data: { failures: 0, openUntil: null, openReason: null },
    })
    return
  }
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM model_provider WHERE id = ${providerId}::uuid FOR UPDATE`
    const provider = await tx.modelProvider.findUnique({ where: { id: providerId } })
    if (!provider) return
    const failures = provider.failures + 1
    const restMs = restMsAfter(failures)
    await tx.modelProvider.update({
      where: { id: providerId },
      data: {
        failures,
        openUntil: restMs > 0 ? new Date(now.getTime() + restMs) : null,
        openReason: restMs > 0 ? reason : null,
      },
    })
  })
}
