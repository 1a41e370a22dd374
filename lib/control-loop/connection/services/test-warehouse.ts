import type { AccountState, Destination } from '@/generated/prisma/client'
import { treeHeaderSchema } from '@/lib/control-loop/snapshot/domain/tree-header'
import { refreshConnectionJob } from '@/lib/control-loop/snapshot/jobs'
import {
  WarehouseCredentialsError,
  WarehouseError,
  WarehousePermissionError,
} from '@/lib/integrations/warehouse/errors'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { SealError } from '@/lib/platform/secrets/seal-keys'
import { existing } from '../domain/external-id'
import { ownServices } from '../domain/own-services'
import { openWarehouse } from './open-warehouse'

interface TestResult {
  state: AccountState
  sentence: string
}

/**
 * Opens a destination's warehouse, reads the catalogue of the schemas one connection writes, and keeps in words what came of it. When it
 * works, every connection that lands there is read again: their types are known from now on. Worker only.
 */
export async function testWarehouse(ctx: ServiceContext, destinationId: string): Promise<void> {
  const destination = await db.destination.findUniqueOrThrow({
    where: { id: destinationId },
    include: {
      connections: {
        where: { ...existing, removedAt: null, service: { notIn: [...ownServices] } },
        select: { id: true },
        orderBy: { schemaName: 'asc' },
      },
    },
  })
  if (!destination.warehouseSecretId) return
  const { state, sentence } = await tryWarehouse(destination)
  await transact(async (tx) => {
    // Another access may have been given meanwhile; its own test tells of it.
    const { count } = await tx.destination.updateMany({
      where: { id: destination.id, warehouseSecretId: destination.warehouseSecretId },
      data: { warehouseState: state, warehouseDetail: sentence, warehouseStateAt: ctx.now() },
    })
    if (count === 0) return
    await recordAuditEvent(tx, ctx, {
      action: 'destination.warehouse-tested',
      objectType: 'destination',
      objectId: destination.id,
      objectLabel: destination.name,
      detail: { state, sentence },
    })
    if (state !== 'connected') return
    for (const { id } of destination.connections) {
      await enqueueJob(
        tx,
        refreshConnectionJob,
        { connectionId: id, trigger: 'poll', correlationId: ctx.correlationId },
        { singletonKey: id },
      )
    }
  })
}

async function tryWarehouse(destination: Destination): Promise<TestResult> {
  let warehouse: Awaited<ReturnType<typeof openWarehouse>> = null
  try {
    warehouse = await openWarehouse(destination)
    if (!warehouse) return { state: 'untested', sentence: 'No warehouse is given.' }
    const schemas = await findSchemas(destination.id)
    const columns = await warehouse.readInformationSchema(schemas)
    return { state: 'connected', sentence: `Connected. ${columns.length} columns read of ${schemas.join(', ')}.` }
  } catch (error) {
    if (error instanceof SealError) return { state: 'refused', sentence: error.message }
    if (!(error instanceof WarehouseError)) throw error
    const isRefusal = error instanceof WarehouseCredentialsError || error instanceof WarehousePermissionError
    return { state: isRefusal ? 'refused' : 'unreachable', sentence: error.sentence }
  } finally {
    await warehouse?.close()
  }
}

/** Destination schemas to look at: those of one connection's latest snapshot, else the name the connection goes by. */
async function findSchemas(destinationId: string): Promise<string[]> {
  const connection = await db.connection.findFirst({
    where: { ...existing, destinationId, removedAt: null, service: { notIn: [...ownServices] } },
    orderBy: [{ latestSnapshotId: { sort: 'asc', nulls: 'last' } }, { schemaName: 'asc' }],
    select: { schemaName: true, latestSnapshotId: true },
  })
  if (!connection) return ['public']
  const snapshot = connection.latestSnapshotId
    ? await db.snapshot.findUnique({ where: { id: connection.latestSnapshotId }, select: { header: true } })
    : null
  const names = snapshot
    ? Object.values(treeHeaderSchema.parse(snapshot.header).schemas).map(({ destinationName }) => destinationName)
    : []
  return names.length > 0 ? names : [connection.schemaName]
}
