import type { Connection } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { existing } from '../domain/external-id'

/** The connection, or a refusal in words. `mayRun` also refuses paused, broken and removed ones. */
export async function requireConnection(connectionId: string, needs: { mayRun?: boolean } = {}): Promise<Connection> {
  const connection = await db.connection.findUnique({ where: { id: connectionId, ...existing } })
  if (!connection) throw new NotFoundError('There is no such connection.')
  if (!needs.mayRun) return connection
  if (connection.removedAt) throw new ConflictError(`${connection.schemaName} is no longer in the Fivetran account.`)
  if (connection.paused) throw new ConflictError(`${connection.schemaName} is paused in Fivetran. Resume it first.`)
  if (connection.setupState === 'broken')
    throw new ConflictError(`${connection.schemaName} is broken. Reconnect it in Fivetran first.`)
  return connection
}
