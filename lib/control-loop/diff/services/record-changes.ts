import type { Change as ChangeRow, Connection, Prisma } from '@/generated/prisma/client'
import { draftProposalsJob } from '@/lib/control-loop/proposal/jobs'
import type { SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { loadTree, parseBaseline } from '@/lib/control-loop/snapshot/services/load-tree'
import { type NewAuditEvent, recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { type Change, changeSchema } from '../domain/change'
import { changeKey } from '../domain/change-key'
import { deriveSeverity } from '../domain/derive-severity'
import { describeChange } from '../domain/describe-change'
import { diffTrees } from '../domain/diff-trees'
import { learnUnknowns } from '../domain/learn-unknowns'
import { originOfChange } from '../domain/origin-of-change'
import { severityContextOf } from '../domain/severity-context'
import { suggestRenames } from './suggest-renames'

const asJson = (value: unknown) => value as Prisma.InputJsonValue
type ConnectionRow = Connection & { destination: Parameters<typeof suggestRenames>[0]['destination'] }

function pathOf(change: Change): { schema: string | null; table: string | null; column: string | null } {
  const path: { schema?: string | undefined; table?: string | undefined; column?: string | undefined } = change.path
  return { schema: path.schema ?? null, table: path.table ?? null, column: path.column ?? null }
}

/**
 * Compares the latest snapshot with the approved baseline and keeps the difference as open changes. A fact seen before keeps its row, one
 * that is no longer there is resolved. Facts that could not be known when the baseline was made (a type before the first sync) are learned
 * into it. Then the next stage looks at what is unanswered.
 */
export async function recordChanges(
  ctx: ServiceContext,
  input: { connectionId: string; snapshotId: string },
): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({
    where: { id: input.connectionId },
    include: { destination: true },
  })
  // A later snapshot has its own job, and that one will see everything this one would.
  if (connection.latestSnapshotId !== input.snapshotId) return
  const known = parseBaseline(connection.baseline)
  if (!known) return
  const tree = await loadTree(input.snapshotId)
  const baseline = learnUnknowns(known, tree)
  const changes = diffTrees(baseline, tree).filter(
    ({ path }) => !('column' in path && path.column && isSystemColumn(path.column)),
  )
  const renames = await suggestRenames(connection, changes, tree)

  await transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM connection WHERE id = ${connection.id}::uuid FOR UPDATE`
    await tx.connection.update({ where: { id: connection.id }, data: { baseline: asJson(baseline) } })
    const open = await tx.change.findMany({ where: { connectionId: connection.id, state: 'open' } })
    const found = new Map(changes.map((change) => [changeKey(change), change]))
    const events = [
      ...(await openNew(tx, ctx, connection, { found, open, baseline, tree, snapshotId: input.snapshotId, renames })),
      ...(await resolveGone(tx, ctx, connection, open, new Set(found.keys()))),
    ]
    await recordAuditEvents(tx, ctx, events)
    await enqueueJob(
      tx,
      draftProposalsJob,
      { connectionId: connection.id, correlationId: ctx.correlationId },
      { singletonKey: connection.id },
    )
  })
}

interface Found {
  found: Map<string, Change>
  open: ChangeRow[]
  baseline: SchemaTree
  tree: SchemaTree
  snapshotId: string
  renames: Awaited<ReturnType<typeof suggestRenames>>
}

async function openNew(tx: Tx, ctx: ServiceContext, connection: ConnectionRow, seen: Found): Promise<NewAuditEvent[]> {
  const openByKey = new Map(seen.open.map((row) => [row.key, row]))
  const fresh = [...seen.found].filter(([key]) => !openByKey.has(key))
  for (const [key, change] of seen.found) {
    const row = openByKey.get(key)
    // What a new thing looks like fills in later (its type, a setting); the row stays the same fact.
    if (row && JSON.stringify(changeSchema.parse(row.details)) !== JSON.stringify(changeSchema.parse(change))) {
      await tx.change.update({ where: { id: row.id }, data: { details: asJson(change) } })
    }
  }
  const previous = await tx.snapshot.findFirst({
    where: { connectionId: connection.id, id: { not: seen.snapshotId } },
    orderBy: { number: 'desc' },
    select: { takenAt: true },
  })
  const changeSet = await tx.changeSet.upsert({
    where: { revisionSnapshotId: seen.snapshotId },
    create: {
      connectionId: connection.id,
      baseSnapshotId: connection.baselineSnapshotId,
      revisionSnapshotId: seen.snapshotId,
      renames: asJson(seen.renames),
      detectedAt: ctx.now(),
      correlationId: ctx.correlationId,
    },
    update: { renames: asJson(seen.renames) },
  })
  for (const [key, change] of fresh) {
    const { severity, reason } = deriveSeverity(change, severityContextOf(change, seen.baseline, seen.tree))
    await tx.change.create({
      data: {
        connectionId: connection.id,
        changeSetId: changeSet.id,
        key,
        kind: change.kind,
        ...pathOf(change),
        details: asJson(change),
        severity,
        severityReason: reason,
        origin: originOfChange(change.kind),
        detectedAt: ctx.now(),
        notBefore: previous?.takenAt ?? null,
        correlationId: ctx.correlationId,
      },
    })
  }
  if (fresh.length === 0) return []
  const counts = { source: 0, outside: 0 }
  for (const [, change] of fresh) counts[originOfChange(change.kind)] += 1
  return [
    {
      action: 'change-set.detected',
      objectType: 'connection',
      objectId: connection.id,
      objectLabel: connection.schemaName,
      detail: {
        changeSetId: changeSet.id,
        changes: fresh.length,
        ...counts,
        renames: seen.renames.length,
        first: describeChange((fresh[0] as [string, Change])[1]).sentence,
      },
    },
  ]
}

async function resolveGone(
  tx: Tx,
  ctx: ServiceContext,
  connection: ConnectionRow,
  open: ChangeRow[],
  keys: ReadonlySet<string>,
): Promise<NewAuditEvent[]> {
  const gone = open.filter((row) => !keys.has(row.key))
  if (gone.length === 0) return []
  await tx.change.updateMany({
    where: { id: { in: gone.map(({ id }) => id) } },
    data: { state: 'resolved', closedAt: ctx.now(), closedBy: 'the source' },
  })
  return gone.map((row) => ({
    action: 'change.resolved' as const,
    objectType: 'change',
    objectId: row.id,
    objectLabel: `${connection.schemaName} ${[row.schema, row.table, row.column].filter(Boolean).join('.')}`,
    detail: { kind: row.kind },
  }))
}
