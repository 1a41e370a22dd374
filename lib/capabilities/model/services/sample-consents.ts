import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { SaveSampleConsentRequest } from '../contract'

/** Columns of a connection of which masked samples may be shown to a model. */
export async function listSampleConsents(connectionId: string) {
  const rows = await db.modelSampleConsent.findMany({
    where: { connectionId },
    orderBy: [{ schema: 'asc' }, { table: 'asc' }, { column: 'asc' }],
  })
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}

/** Allows or withdraws samples of one column. Without it nothing of the column's values is ever shown. */
export async function saveSampleConsent(ctx: ServiceContext, input: SaveSampleConsentRequest): Promise<void> {
  requirePermission(ctx.actor, 'models.configure')
  const { allowed, ...column } = input
  await transact(async (tx) => {
    if (!(await tx.connection.findUnique({ where: { id: column.connectionId }, select: { id: true } }))) {
      throw new NotFoundError('There is no such connection.')
    }
    const { count } = await tx.modelSampleConsent.deleteMany({ where: column })
    if (allowed === count > 0 && !allowed) return
    if (allowed) await tx.modelSampleConsent.create({ data: { ...column, by: ctx.actor.name, at: ctx.now() } })
    if (allowed === count > 0) return
    await recordAuditEvent(tx, ctx, {
      action: allowed ? 'model-sample.allowed' : 'model-sample.withdrawn',
      objectType: 'column',
      objectId: column.connectionId,
      objectLabel: `${column.schema}.${column.table}.${column.column}`,
    })
  })
}
