import { doorOf } from '@/lib/integrations/warehouse/engines'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { storeSecret } from '@/lib/platform/secrets/store-secret'
import type { Accepted, SaveWarehouseRequest } from '../contract'
import { describeAccess, warehouseAccessSchema } from '../domain/warehouse-access'
import { testWarehouseJob } from '../jobs'
import { warehousePurpose } from './credential-purposes'
import { requireDestination } from './require-destination'

/**
 * Seals the read-only access to a destination's warehouse and asks the worker to test it. Everything is given at once and replaces everything, so
 * that a changed host can never receive the password of another. Refuses a destination Headgate cannot open, and an access
 * to another kind of warehouse than the destination is.
 */
export async function saveWarehouse(
  ctx: ServiceContext,
  destinationId: string,
  input: SaveWarehouseRequest,
): Promise<Accepted> {
  const destination = await requireDestination(destinationId)
  requirePermission(ctx.actor, 'settings.write')
  const door = doorOf(destination.service)
  if (door === null) {
    throw new ConflictError(`Headgate cannot open ${destination.service} yet. Its types stay unknown.`)
  }
  const engine = input.engine ?? 'postgres'
  if (engine !== door) {
    throw new ConflictError(`${destination.name} is a ${destination.service}: an access to ${engine} does not open it.`)
  }
  const hint = describeAccess(input)
  await transact(async (tx) => {
    const text = JSON.stringify(warehouseAccessSchema.parse(input))
    const warehouseSecretId = await storeSecret(tx, ctx, warehousePurpose(destination.id), text)
    await tx.destination.update({
      where: { id: destination.id },
      data: {
        warehouseSecretId,
        warehouseHint: hint,
        warehouseState: 'untested',
        warehouseDetail: 'A test is under way.',
        warehouseStateAt: ctx.now(),
      },
    })
    if (destination.warehouseSecretId) {
      await tx.sealedSecret.deleteMany({ where: { id: destination.warehouseSecretId } })
    }
    await recordAuditEvent(tx, ctx, {
      action: 'destination.warehouse-set',
      objectType: 'destination',
      objectId: destination.id,
      objectLabel: destination.name,
      detail: { before: destination.warehouseHint, after: hint, tls: input.tls },
    })
    await enqueueJob(tx, testWarehouseJob, { destinationId: destination.id, correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
