import { createHash } from 'node:crypto'
import { db } from '../db/client'

/** Wrong passwords that cost nothing yet: people mistype. */
export const FREE_FAILURES = 5
/** After this many in a row the account takes no password until a day has passed without a try. */
export const FAILURES_MAX = 100
const DELAY_MAX_SECONDS = 3600

/** The throttle's key for an account, known or not: a digest, so that the table is no list of addresses. */
function keyOf(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex')
}

/**
 * Counts a try before its password is looked at, so that many tries at once cannot all slip through, and returns
 * whether it may go on. From the fifth failure in a row each further try waits 2, 4, 8 … seconds, an hour at most.
 */
export async function beginSignIn(email: string): Promise<boolean> {
  const key = keyOf(email)
  const rows = await db.$queryRaw<{ failures: number }[]>`
    INSERT INTO sign_in_throttle AS t (key, failures, last_failure_at) VALUES (${key}, 1, now())
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN t.last_failure_at < now() - interval '24 hours' THEN 1 ELSE t.failures + 1 END,
      last_failure_at = now(),
      blocked_until = CASE WHEN t.failures + 1 >= ${FREE_FAILURES} AND t.last_failure_at >= now() - interval '24 hours'
        THEN now() + make_interval(secs => least(power(2, t.failures + 2 - ${FREE_FAILURES}), ${DELAY_MAX_SECONDS})) END
    WHERE (t.blocked_until IS NULL OR t.blocked_until <= now())
      AND (t.failures < ${FAILURES_MAX} OR t.last_failure_at < now() - interval '24 hours')
    RETURNING failures`
  return rows.length > 0
}

/** Seconds until the next try of this account counts; 0 when it counts now. The same for accounts that do not exist. */
export async function secondsToWait(email: string): Promise<number> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT ceil(extract(epoch FROM blocked_until - now()))::int AS seconds
    FROM sign_in_throttle WHERE key = ${keyOf(email)} AND blocked_until > now()`
  return row?.seconds ?? 0
}

/** Forgets the failures of an account: the right password came, or an administrator set another one. */
export async function forgetFailures(email: string): Promise<void> {
  await db.signInThrottle.deleteMany({ where: { key: keyOf(email) } })
}
