import type { Actor } from '../context'
import { db } from '../db/client'
import { SESSION_SECONDS, sessionClaimsSchema } from './session-token'

/** `lastSeenAt` is kept this fresh and no fresher: a write for each request would be waste. */
const SEEN_EVERY_MS = 5 * 60_000

/**
 * The person a session's claims stand for, as the database knows them now, or null. A session older than twelve
 * hours, of somebody disabled, or from before their sessions were ended, is none; the role is the row's, never the
 * token's.
 */
export async function resolveActor(claims: unknown, now: Date): Promise<Actor | null> {
  const session = sessionClaimsSchema.safeParse(claims).data
  if (!session || now.getTime() / 1000 - session.signedInAt > SESSION_SECONDS) return null
  const user = await db.user.findUnique({ where: { id: session.userId } })
  if (!user || user.disabledAt || user.sessionVersion !== session.sessionVersion) return null
  if (!user.lastSeenAt || now.getTime() - user.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await db.user.updateMany({ where: { id: user.id }, data: { lastSeenAt: now } })
  }
  return { kind: 'user', userId: user.id, name: user.name, role: user.role }
}
