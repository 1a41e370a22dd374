import type { z } from 'zod'
import { type ColumnClass, Prisma } from '@/generated/prisma/client'
import { draftProposalsJob } from '@/lib/control-loop/proposal/jobs'
import { withdrawDrafts } from '@/lib/control-loop/proposal/services/withdraw-drafts'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import type { DecideFlipsRequest, decideFlipsAnswerSchema } from '../contract'
import { dataClassSchema } from '../domain/data-class'
import { answeredFlip, settleClass } from './settle-class'

/** Columns answered by one request: each is written and recorded by itself. */
const batchSize = 300

/**
 * Answers a group of flips: the class of the changed rules, or the one that stands. Either becomes a person's decision, and a decision that is kept
 * stays of who made it. Answers some hundreds at a time and says how many are left.
 */
export async function decideClassFlips(
  ctx: ServiceContext,
  input: DecideFlipsRequest,
): Promise<z.infer<typeof decideFlipsAnswerSchema>> {
  requirePermission(ctx.actor, 'classes.decide')
  const connections = await db.connection.findMany({
    where: { removedAt: null },
    select: { id: true, schemaName: true },
  })
  const names = new Map(connections.map(({ id, schemaName }) => [id, schemaName]))
  const where: Prisma.ColumnClassWhereInput = {
    connectionId: { in: [...names.keys()] },
    dataClass: input.from,
    freshClass: input.to,
    freshEvidence: { not: Prisma.DbNull },
    decidedAt: input.isDecided ? { not: null } : null,
  }
  const decided = await transact(async (tx) => {
    const rows = await tx.columnClass.findMany({
      where,
      orderBy: [{ connectionId: 'asc' }, { schema: 'asc' }, { table: 'asc' }, { column: 'asc' }],
      take: batchSize,
    })
    let count = 0
    for (const id of new Set(rows.map(({ connectionId }) => connectionId))) {
      const own = rows.filter(({ connectionId }) => connectionId === id)
      count += await decideOfConnection(tx, ctx, { id, name: names.get(id) ?? '' }, own, input)
    }
    return count
  })
  return { decided, remaining: await db.columnClass.count({ where }), correlationId: ctx.correlationId }
}

async function decideOfConnection(
  tx: Tx,
  ctx: ServiceContext,
  connection: { id: string; name: string },
  seen: readonly ColumnClass[],
  input: DecideFlipsRequest,
): Promise<number> {
  await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connection.id}::uuid FOR UPDATE`
  const moved: ColumnClass[] = []
  const answered: ColumnClass[] = []
  for (const { connectionId, schema, table, column } of seen) {
    const ref = { connectionId, schema, table, column }
    const row = await tx.columnClass.findUnique({ where: { connectionId_schema_table_column: ref } })
    // Somebody answered it while this request waited for the connection.
    if (!row || row.freshEvidence === null || row.dataClass !== input.from || row.freshClass !== input.to) continue
    if (input.isDecided && !input.accept) {
      await tx.columnClass.update({ where: { connectionId_schema_table_column: ref }, data: answeredFlip(row) })
    } else {
      const dataClass = dataClassSchema.nullable().parse(input.accept ? row.freshClass : row.dataClass)
      if ((await settleClass(tx, ctx, ref, row, dataClass)).isSensitivityMoved) moved.push(row)
    }
    answered.push(row)
  }
  const withdrawn = await withdrawDrafts(tx, ctx, {
    connectionId: connection.id,
    columns: moved,
    why: `${ctx.actor.name} took over what changed rules say of its columns.`,
  })
  await recordAuditEvents(tx, ctx, [
    ...answered.map((row) => ({
      action: 'class.decided' as const,
      objectType: 'connection',
      objectId: connection.id,
      objectLabel: `${connection.name} ${row.schema}.${row.table}.${row.column}`,
      detail: {
        schema: row.schema,
        table: row.table,
        column: row.column,
        field: 'class',
        before: input.from ?? 'none',
        after: (input.accept ? input.to : input.from) ?? 'none',
        recognised: input.to,
        flip: input.accept ? 'accepted' : 'kept',
      },
    })),
    ...withdrawn,
  ])
  if (moved.length > 0) {
    await enqueueJob(tx, draftProposalsJob, { connectionId: connection.id, correlationId: ctx.correlationId })
  }
  return answered.length
}
