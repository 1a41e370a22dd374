import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { externalIdOf } from '../domain/external-id'
import { openFivetran } from './open-fivetran'

/** Starts a sync in Fivetran. Its end is found by a delivery or by polling, never by watching for a `syncing` edge. */
export async function startSync(_ctx: ServiceContext, connectionId: string): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({ where: { id: connectionId }, include: { account: true } })
  const port = await openFivetran(connection.account)
  await port.startSync(externalIdOf(connection))
  await db.connection.update({ where: { id: connectionId }, data: { syncState: 'syncing' } })
}
