import { existing } from '@/lib/control-loop/connection/domain/external-id'
import { treeHeaderSchema } from '@/lib/control-loop/snapshot/domain/tree-header'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { StagingPlaces } from '../contract'

/** The destinations a mapping may be staged into, with the names and schemas that are taken in each, as last read. Asks nobody. */
export async function readStagingPlaces(ctx: ServiceContext): Promise<StagingPlaces> {
  requirePermission(ctx.actor, 'proposals.write')
  const destinations = await db.destination.findMany({
    where: { setupState: 'connected' },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      service: true,
      connections: {
        where: { ...existing, removedAt: null },
        select: { schemaName: true, latestSnapshotId: true },
        orderBy: { schemaName: 'asc' },
      },
    },
  })
  const ids = destinations.flatMap(({ connections }) => connections.map(({ latestSnapshotId }) => latestSnapshotId))
  const snapshots = await db.snapshot.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, header: true },
  })
  const schemasOf = new Map(
    snapshots.map(({ id, header }) => [
      id,
      Object.values(treeHeaderSchema.parse(header).schemas).map(({ destinationName }) => destinationName),
    ]),
  )
  return {
    destinations: destinations.map(({ id, name, service, connections }) => ({
      id,
      name,
      service,
      connections: connections.map(({ schemaName, latestSnapshotId }) => ({
        name: schemaName,
        schemas: (latestSnapshotId && schemasOf.get(latestSnapshotId)) || [],
      })),
    })),
  }
}
