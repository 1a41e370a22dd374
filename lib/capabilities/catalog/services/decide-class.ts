import type { Accepted } from '@/lib/control-loop/connection/contract'
import { draftHashingJob, draftProposalsJob } from '@/lib/control-loop/proposal/jobs'
import { withdrawDrafts } from '@/lib/control-loop/proposal/services/withdraw-drafts'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { InvalidInputError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { DecideClassRequest } from '../contract'
import { isSensitive } from '../domain/data-class'
import { readTableState } from './read-table-state'
import { settleClass } from './settle-class'

/**
 * A person says what a column holds, or that it is nothing personal. It counts from now on in risk, in the schema and for drafting, and outlives every
 * recogniser. Drafts that did not know it are taken back and drafted anew, and a column that lands in plain text and became sensitive by it
 * is proposed for hashing; nothing is approved or sent. Refuses a column that the latest snapshot does
 * not have, and those Fivetran adds itself.
 */
export async function decideClass(ctx: ServiceContext, input: DecideClassRequest): Promise<Accepted> {
  const { class: dataClass, ...ref } = input
  const { connectionId, ...path } = ref
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    select: { schemaName: true, latestSnapshotId: true },
  })
  if (!connection) throw new NotFoundError('There is no such connection.')
  requirePermission(ctx.actor, 'classes.decide')
  const state = await readTableState(connection.latestSnapshotId, path)
  if (!state || !Object.hasOwn(state.columns, path.column)) {
    throw new NotFoundError('The latest snapshot has no such column.')
  }
  if (isSystemColumn(path.column)) throw new InvalidInputError('Fivetran adds this column itself: it has no class.')
  await transact(async (tx) => {
    // Drafting takes the same lock: it either knows this decision or is taken back by it.
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
    const before = await tx.columnClass.findUnique({ where: { connectionId_schema_table_column: ref } })
    const { isSensitivityMoved } = await settleClass(tx, ctx, ref, before, dataClass)
    const withdrawn = isSensitivityMoved
      ? await withdrawDrafts(tx, ctx, {
          connectionId,
          columns: [path],
          why: `${ctx.actor.name} decided what \`${path.column}\` holds.`,
        })
      : []
    await recordAuditEvents(tx, ctx, [
      {
        action: 'class.decided',
        objectType: 'connection',
        objectId: connectionId,
        objectLabel: `${connection.schemaName} ${path.schema}.${path.table}.${path.column}`,
        detail: {
          ...path,
          field: 'class',
          before: before?.dataClass ?? 'none',
          after: dataClass ?? 'none',
          recognised: before?.freshEvidence ? before.freshClass : (before?.recognisedClass ?? null),
        },
      },
      ...withdrawn,
    ])
    if (!isSensitivityMoved) return
    const { correlationId } = ctx
    await enqueueJob(tx, draftProposalsJob, { connectionId, correlationId })
    // What the rules knew already was proposed, or agreed to, when the column came. What they did not see is news.
    if (dataClass !== null && isSensitive(dataClass)) await enqueueJob(tx, draftHashingJob, { ...ref, correlationId })
  })
  return { accepted: true, correlationId: ctx.correlationId }
}
