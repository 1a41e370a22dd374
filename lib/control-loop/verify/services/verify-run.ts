import type { Prisma } from '@/generated/prisma/client'
import { extractBeforeState, tablesToRead } from '@/lib/control-loop/apply/domain/extract-before-state'
import { acceptChanges } from '@/lib/control-loop/apply/services/record-in-catalog'
import { externalIdOf } from '@/lib/control-loop/connection/domain/external-id'
import { openFivetran } from '@/lib/control-loop/connection/services/open-fivetran'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import { applyChanges } from '@/lib/control-loop/diff/domain/apply-changes'
import type { Change } from '@/lib/control-loop/diff/domain/change'
import { diffTrees } from '@/lib/control-loop/diff/domain/diff-trees'
import { originOfChange } from '@/lib/control-loop/diff/domain/origin-of-change'
import { recordChangesJob } from '@/lib/control-loop/diff/jobs'
import { findCreate } from '@/lib/control-loop/proposal/domain/action'
import { type ParsedRevision, parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import { formatPath, type SchemaTree } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { loadTree, parseBaseline } from '@/lib/control-loop/snapshot/services/load-tree'
import { observeConnection } from '@/lib/control-loop/snapshot/services/observe-connection'
import { storeSnapshot } from '@/lib/control-loop/snapshot/services/store-snapshot'
import { recordAuditEvents } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { crashAt } from '@/lib/platform/jobs/crash-point'
import { enqueueJob } from '@/lib/platform/jobs/enqueue-job'
import { compareOutcome, compareRest, type OutcomeCheck } from '../domain/compare-outcome'
import { type RunRow, requireRun } from './require-run'
import { verifyCreated } from './verify-created'

/**
 * Proves an applied run: takes a fresh snapshot, checks every approved path and that no other setting moved. When all holds, the approved paths and the
 * changes the proposal answers become the new baseline; when not, run and proposal are failed with the checks kept. Runs once per run.
 */
export async function verifyRun(ctx: ServiceContext, runId: string): Promise<void> {
  const run = await requireRun(runId)
  if (run.state !== 'applied' || run.verification) return
  crashAt('before-verify')
  const { connection } = run
  const revision = parseRevision(
    await db.proposalRevision.findUniqueOrThrow({
      where: { proposalId_revision: { proposalId: run.proposalId, revision: run.revision } },
    }),
  )
  const create = findCreate(revision.actions)
  if (create) return verifyCreated(ctx, run, revision, create)
  const previous = connection.latestSnapshotId ? await loadTree(connection.latestSnapshotId) : null
  const warehouse = await openWarehouse(connection.destination)
  try {
    const port = await openFivetran(connection.account)
    const status = await port.readConnection(externalIdOf(connection))
    const seen = await observeConnection(connection, port, warehouse, previous, tablesToRead(revision.actions))
    if (seen.outcome === 'absent') throw new Error('The schema config is gone, so nothing can be verified')
    crashAt('after-verify-read')
    const checks = judge(revision, seen.tree, previous, status.paused)
    await conclude(ctx, run, revision, { tree: seen.tree, sources: seen.sources, checks })
  } finally {
    await warehouse?.close()
  }
}

function judge(
  revision: ParsedRevision,
  tree: SchemaTree,
  previous: SchemaTree | null,
  paused: boolean,
): OutcomeCheck[] {
  const moved = previous
    ? diffTrees(previous, tree).map((change) => ({ change, origin: originOfChange(change.kind) }))
    : []
  const tables = Object.values(tree.schemas).flatMap((schema) => Object.values(schema.tables))
  const columns = tables.reduce((sum, table) => sum + Object.keys(table.columns).length, 0)
  return [
    ...compareOutcome(revision.plan, extractBeforeState(revision.actions, tree, paused)),
    compareRest(revision.plan, moved, { tables: tables.length, columns }),
  ]
}

const asJson = (value: unknown) => value as Prisma.InputJsonValue

async function conclude(
  ctx: ServiceContext,
  run: RunRow,
  revision: ParsedRevision,
  seen: { tree: SchemaTree; sources: Parameters<typeof storeSnapshot>[2]['sources']; checks: OutcomeCheck[] },
): Promise<void> {
  const pathsHold = seen.checks.slice(0, -1).every(({ outcome }) => outcome !== 'broken')
  await transact(async (tx) => {
    const { count } = await tx.applyRun.updateMany({
      where: { id: run.id, state: 'applied' },
      data: {
        state: pathsHold ? 'verified' : 'failed',
        finishedAt: ctx.now(),
        problem: pathsHold ? null : 'An approved path does not hold.',
      },
    })
    if (count === 0) return
    const stored = await storeSnapshot(tx, ctx, {
      connectionId: run.connectionId,
      connectionName: run.connection.schemaName,
      tree: seen.tree,
      sources: seen.sources,
      trigger: 'apply',
      succeededAt: run.connection.succeededAt,
    })
    await tx.verification.create({
      data: {
        runId: run.id,
        held: pathsHold,
        checks: asJson(seen.checks),
        snapshotId: stored.snapshotId,
        createdAt: ctx.now(),
      },
    })
    await tx.proposal.update({ where: { id: run.proposalId }, data: { state: pathsHold ? 'verified' : 'failed' } })
    if (pathsHold) await moveBaseline(tx, ctx, run, revision, seen.tree)
    await recordAuditEvents(tx, ctx, [
      {
        action: pathsHold ? 'apply-run.verified' : 'apply-run.not-verified',
        objectType: 'apply-run',
        objectId: run.id,
        objectLabel: `R-${run.number}`,
        detail: { checks: seen.checks, snapshotId: stored.snapshotId },
      },
      {
        action: pathsHold ? 'proposal.verified' : 'proposal.failed',
        objectType: 'proposal',
        objectId: run.proposalId,
        objectLabel: `P-${run.proposal.number}`,
        detail: { run: `R-${run.number}` },
      },
    ])
    await enqueueJob(tx, recordChangesJob, {
      connectionId: run.connectionId,
      snapshotId: stored.snapshotId,
      correlationId: ctx.correlationId,
    })
    crashAt('in-verify')
  })
}

/** What was approved is the new baseline: the planned paths as they are now, and the changes the proposal answered. Nothing beside them. */
async function moveBaseline(
  tx: Tx,
  ctx: ServiceContext,
  run: RunRow,
  revision: ParsedRevision,
  tree: SchemaTree,
): Promise<void> {
  const links = await tx.proposalChange.findMany({ where: { proposalId: run.proposalId } })
  await acceptChanges(
    tx,
    ctx,
    run.connectionId,
    links.map(({ changeId }) => changeId),
    `R-${run.number}`,
  )
  const connection = await tx.connection.findUniqueOrThrow({ where: { id: run.connectionId } })
  const baseline = parseBaseline(connection.baseline)
  if (!baseline) return
  const planned = new Set(
    revision.plan
      .filter(({ applyPath }) => applyPath === 'fivetran-api')
      .flatMap(({ moves }) => moves.map(({ path }) => path)),
  )
  const touchesRoot = revision.actions.some(({ kind }) => kind === 'set-change-handling')
  const mine = diffTrees(baseline, tree).filter((change: Change) => {
    const path = formatPath(change.path)
    return originOfChange(change.kind) === 'outside' && (path === '' ? touchesRoot : planned.has(path))
  })
  if (mine.length === 0) return
  await tx.connection.update({
    where: { id: run.connectionId },
    data: { baseline: asJson(applyChanges(baseline, mine, tree)) },
  })
}
