import type { Prisma } from '@/generated/prisma/client'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db/client'
import { fingerprintTree } from '../domain/fingerprint-tree'
import type { SchemaTree } from '../domain/schema-tree'
import { splitTree } from '../domain/split-tree'
import type { ObservedSource } from './observe-connection'

export interface SnapshotToStore {
  connectionId: string
  connectionName: string
  tree: SchemaTree
  sources: ObservedSource[]
  trigger: 'first' | 'delivery' | 'poll' | 'person' | 'apply'
  succeededAt: Date | null
}
export type StoreSnapshotOutcome =
  | { outcome: 'stored'; snapshotId: string; number: number }
  /** Same fingerprint as the latest: nothing is stored twice. */
  | { outcome: 'unchanged'; snapshotId: string; number: number }

const asJson = (value: unknown) => value as Prisma.InputJsonValue

/**
 * Stores a tree as an immutable snapshot inside the caller's transaction. Table bodies are addressed by content, so an unchanged table costs one row of
 * the list. The connection row is locked first: numbers stay dense and two looks at once cannot both be the latest.
 */
export async function storeSnapshot(
  tx: Tx,
  ctx: ServiceContext,
  input: SnapshotToStore,
): Promise<StoreSnapshotOutcome> {
  await tx.$queryRaw`SELECT id FROM connection WHERE id = ${input.connectionId}::uuid FOR UPDATE`
  const { header, tables } = splitTree(input.tree)
  const fingerprint = fingerprintTree(header, tables)
  const latest = await tx.snapshot.findFirst({
    where: { connectionId: input.connectionId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, fingerprint: true },
  })
  if (latest?.fingerprint === fingerprint) return { outcome: 'unchanged', snapshotId: latest.id, number: latest.number }

  const bodies = new Map(tables.map(({ hash, body }) => [hash, body]))
  const stored = await tx.tableBody.findMany({ where: { hash: { in: [...bodies.keys()] } }, select: { hash: true } })
  for (const { hash } of stored) bodies.delete(hash)
  await tx.tableBody.createMany({
    data: [...bodies].map(([hash, body]) => ({ hash, body: asJson(body) })),
    skipDuplicates: true,
  })
  const columnCount = tables.reduce((sum, { body }) => sum + Object.keys(body.columns).length, 0)
  const snapshot = await tx.snapshot.create({
    data: {
      connectionId: input.connectionId,
      number: (latest?.number ?? 0) + 1,
      takenAt: ctx.now(),
      trigger: input.trigger,
      fingerprint,
      header: asJson(header),
      sources: asJson(input.sources),
      tableCount: tables.length,
      columnCount,
      succeededAt: input.succeededAt,
      correlationId: ctx.correlationId,
    },
  })
  await tx.snapshotTable.createMany({
    data: tables.map(({ schema, table, hash }) => ({ snapshotId: snapshot.id, schema, table, hash })),
  })
  await tx.connection.update({ where: { id: input.connectionId }, data: { latestSnapshotId: snapshot.id } })
  await recordAuditEvent(tx, ctx, {
    action: 'snapshot.captured',
    objectType: 'connection',
    objectId: input.connectionId,
    objectLabel: `${input.connectionName} snapshot ${snapshot.number}`,
    detail: {
      snapshotId: snapshot.id,
      fingerprint,
      tables: tables.length,
      columns: columnCount,
      trigger: input.trigger,
    },
  })
  return { outcome: 'stored', snapshotId: snapshot.id, number: snapshot.number }
}
