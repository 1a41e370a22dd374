import type { Connection } from '@/generated/prisma/client'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { ownServices } from '@/lib/control-loop/connection/domain/own-services'
import { createLogCatalogue } from '@/lib/integrations/fivetran/platform/create-log-catalogue'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import type { WarehousePort } from '@/lib/integrations/warehouse/port'
import { db } from '@/lib/platform/db/client'
import type { LoggedColumn } from '../domain/evidence-of-table'

/**
 * What the destination's log connection knows of a connection's source; null without one, or when it last wrote before this connection's
 * last sync: then it cannot know what that sync brought.
 */
export async function readLoggedColumns(
  connection: Pick<Connection, 'destinationId' | 'externalId' | 'succeededAt'>,
  warehouse: WarehousePort | null,
): Promise<LoggedColumn[] | null> {
  if (!warehouse || !connection.succeededAt) return null
  const feed = await db.connection.findFirst({
    where: {
      destinationId: connection.destinationId,
      service: { in: [...ownServices] },
      removedAt: null,
      succeededAt: { gt: connection.succeededAt },
    },
    select: { schemaName: true },
  })
  if (!feed) return null
  try {
    return await createLogCatalogue(warehouse, feed.schemaName).readSourceColumns(externalIdOf(connection))
  } catch (error) {
    // It only spares calls: without it the source is asked.
    if (error instanceof WarehouseError) return null
    throw error
  }
}
