import { recordAuditEvent } from '../audit/record-audit-event'
import type { AuditContext } from '../context'
import { createCorrelationId } from '../correlation-id'
import { transact } from '../db/client'
import type { SessionClaims } from './session-token'

/** Records that a person signed in and returns what their session must carry. */
export function recordSignIn(
  userId: string,
  method: string,
): Promise<Pick<SessionClaims, 'sessionVersion' | 'signedInAt'>> {
  const now = new Date()
  return transact(async (tx) => {
    const user = await tx.user.update({ where: { id: userId }, data: { lastSeenAt: now } })
    await recordAuditEvent(tx, contextOf(user), {
      action: 'person.signed-in',
      objectType: 'person',
      objectId: user.id,
      objectLabel: user.name,
      detail: { method: method === 'oidc' ? 'single sign-on' : 'password' },
    })
    return { sessionVersion: user.sessionVersion, signedInAt: Math.floor(now.getTime() / 1000) }
  })
}

/** Records that a person signed out; a session of somebody who is gone is none. */
export function recordSignOut(userId: string): Promise<void> {
  return transact(async (tx) => {
    const user = await tx.user.findUnique({ where: { id: userId } })
    if (!user) return
    await recordAuditEvent(tx, contextOf(user), {
      action: 'person.signed-out',
      objectType: 'person',
      objectId: user.id,
      objectLabel: user.name,
    })
  })
}

function contextOf(user: {
  id: string
  name: string
  role: 'viewer' | 'engineer' | 'steward' | 'admin'
}): AuditContext {
  return {
    actor: { kind: 'user', userId: user.id, name: user.name, role: user.role },
    channel: 'web',
    correlationId: createCorrelationId(),
  }
}
