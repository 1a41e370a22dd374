import { type Db, db, type Tx } from '@/lib/platform/db/client'
import { existing } from '../domain/external-id'

/** The connection that has this one's name in its destination, as last listed; null when it is free. */
export async function findNameHolder(
  planned: { id?: string; destinationId: string; schemaName: string },
  from: Db | Tx = db,
): Promise<{ id: string; schemaName: string } | null> {
  return from.connection.findFirst({
    where: {
      ...existing,
      ...(planned.id !== undefined && { id: { not: planned.id } }),
      destinationId: planned.destinationId,
      schemaName: planned.schemaName,
      removedAt: null,
    },
    select: { id: true, schemaName: true },
  })
}
