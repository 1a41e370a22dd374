import type { User } from '@/generated/prisma/client'
import { recordAuditEvent } from '../audit/record-audit-event'
import { systemContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { db, transact } from '../db/client'
import { verifyPassword } from './password'
import { beginSignIn, forgetFailures } from './sign-in-throttle'

/**
 * The person whose address and password these are; null for every kind of no, which the caller must not tell apart.
 * A try while the account is throttled is refused without looking at the password.
 */
export async function authenticatePassword(email: string, password: string): Promise<User | null> {
  if (!(await beginSignIn(email))) return null
  const user = await db.user.findUnique({ where: { email: email.trim().toLowerCase() } })
  const matches = await verifyPassword(password, user?.passwordHash ?? null)
  if (!user || !matches || user.disabledAt) {
    await recordRefusal(user, !user ? 'unknown' : matches ? 'disabled' : 'password')
    return null
  }
  await forgetFailures(email)
  return user
}

/** A typed address is not recorded: people type passwords into the wrong field. */
function recordRefusal(user: User | null, reason: string): Promise<void> {
  return transact((tx) =>
    recordAuditEvent(tx, systemContext('web', createCorrelationId()), {
      action: 'sign-in.refused',
      objectType: 'person',
      objectId: user?.id ?? null,
      objectLabel: user?.name ?? 'an unknown account',
      detail: { method: 'password', reason },
    }),
  )
}
