import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { Accepted } from '../contract'
import { testWarehouseJob } from '../jobs'
import { requireDestination } from './require-destination'

/** Asks the worker to open the destination's warehouse again. Web itself opens none. */
export async function requestWarehouseTest(ctx: ServiceContext, destinationId: string): Promise<Accepted> {
  const destination = await requireDestination(destinationId)
  requirePermission(ctx.actor, 'settings.write')
  if (!destination.warehouseSecretId) throw new ConflictError(`No warehouse is given for ${destination.name} yet.`)
  await transact(async (tx) => {
    await tx.destination.update({
      where: { id: destination.id },
      data: {
        warehouseState: 'untested',
        warehouseDetail: 'A test is under way.',
        warehouseStateAt: ctx.now(),
      },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'destination.warehouse-test-requested',
      objectType: 'destination',
      objectId: destination.id,
      objectLabel: destination.name,
    })
    await enqueueJob(tx, testWarehouseJob, { destinationId: destination.id, correlationId: ctx.correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
