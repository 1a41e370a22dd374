import type { ColumnClass } from '@/generated/prisma/client'
import type { Accepted } from '@/lib/control-loop/connection/contract'
import { draftProposalsJob } from '@/lib/control-loop/proposal/jobs'
import { withdrawDrafts } from '@/lib/control-loop/proposal/services/withdraw-drafts'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { UndoClassRequest } from '../contract'
import { type DataClass, dataClassSchema, isSensitive } from '../domain/data-class'
import { classifyConnectionJob } from '../jobs'
import { answeredFlip } from './settle-class'

/**
 * Takes a person's decision back: what the recognisers last said counts again. A column no recogniser has looked at is judged by the worker. Refuses
 * when nobody decided.
 */
export async function undoClass(ctx: ServiceContext, ref: UndoClassRequest): Promise<Accepted> {
  const { connectionId, ...path } = ref
  const connection = await db.connection.findUnique({ where: { id: connectionId }, select: { schemaName: true } })
  if (!connection) throw new NotFoundError('There is no such connection.')
  requirePermission(ctx.actor, 'classes.decide')
  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connectionId}::uuid FOR UPDATE`
    const before = await tx.columnClass.findUnique({ where: { connectionId_schema_table_column: ref } })
    if (!before?.decidedAt) throw new ConflictError('Nobody decided the class of this column.')
    const recognised = await giveBack(tx, before)
    const isSensitivityMoved = before.sensitive !== (recognised !== null && isSensitive(recognised))
    const withdrawn = isSensitivityMoved
      ? await withdrawDrafts(tx, ctx, {
          connectionId,
          columns: [path],
          why: `${ctx.actor.name} took back what \`${path.column}\` holds.`,
        })
      : []
    await recordAuditEvents(tx, ctx, [
      {
        action: 'class.undone',
        objectType: 'connection',
        objectId: connectionId,
        objectLabel: `${connection.schemaName} ${path.schema}.${path.table}.${path.column}`,
        detail: {
          ...path,
          field: 'class',
          before: before.dataClass ?? 'none',
          after: recognised ?? 'none',
          decidedBy: before.decidedBy,
        },
      },
      ...withdrawn,
    ])
    const job = { connectionId, correlationId: ctx.correlationId }
    if (isSensitivityMoved) await enqueueJob(tx, draftProposalsJob, job)
    if (before.recogniserVersion === null) {
      await enqueueJob(tx, classifyConnectionJob, job, { singletonKey: connectionId })
    }
  })
  return { accepted: true, correlationId: ctx.correlationId }
}

/** Returns the class that counts afterwards. */
async function giveBack(tx: Tx, row: ColumnClass): Promise<DataClass | null> {
  const { connectionId, schema, table, column } = row
  const where = { connectionId_schema_table_column: { connectionId, schema, table, column } }
  if (row.recogniserVersion === null) {
    await tx.columnClass.delete({ where })
    return null
  }
  // What changed rules said against the decision has nothing to stand against any more.
  const isFlipped = row.freshEvidence !== null
  const latest = dataClassSchema.nullable().parse(isFlipped ? row.freshClass : row.recognisedClass)
  await tx.columnClass.update({
    where,
    data: {
      ...answeredFlip(row),
      dataClass: latest,
      sensitive: latest !== null && isSensitive(latest),
      decidedBy: null,
      decidedAt: null,
    },
  })
  return latest
}
