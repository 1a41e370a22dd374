import type { Connection, DataCheck } from '@/generated/prisma/client'
import { openWarehouse } from '@/lib/control-loop/connection/services/open-warehouse'
import { checkPromiseSchema, checkRhythmSchema } from '@/lib/control-loop/proposal/domain/check-promise'
import { describePromise } from '@/lib/control-loop/proposal/domain/describe-promise'
import { draftPause } from '@/lib/control-loop/proposal/services/draft-pause'
import { loadTree } from '@/lib/control-loop/snapshot/services/load-tree'
import { WarehouseCancelledError, WarehouseError } from '@/lib/integrations/warehouse/errors'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { isCheckDue } from '../domain/check/is-check-due'
import { type CheckJudgement, type CheckMeasure, judgeCheck } from '../domain/check/judge-check'
import { type CheckSite, measureCheck } from './measure-check'
import { readSensitiveColumns } from './read-sensitive-columns'

/** Checks looked at at once; the warehouse's own limit of statements is shared by all. */
const CHECKS_AT_ONCE = 2

/**
 * Looks at the rows for every check of a connection that is due, or for all (`isAsked`). Each result is one transaction; a check that begins to fail or
 * holds again is an event of its own, and a blocking one that begins to fail proposes to pause the connection. Worker only.
 */
export async function runChecks(
  ctx: ServiceContext & { signal?: AbortSignal },
  { connectionId, isAsked }: { connectionId: string; isAsked: boolean },
): Promise<void> {
  const connection = await db.connection.findUniqueOrThrow({
    where: { id: connectionId },
    include: { destination: true },
  })
  if (!connection.latestSnapshotId || connection.removedAt) return
  const due = await findDue(ctx, connection, isAsked)
  if (due.length === 0) return
  const warehouse = await openWarehouse(connection.destination)
  try {
    const tree = await loadTree(connection.latestSnapshotId)
    const waiting = [...due]
    const lanes = Array.from({ length: CHECKS_AT_ONCE }, async () => {
      for (let check = waiting.shift(); check && !ctx.signal?.aborted; check = waiting.shift()) {
        const startedAt = ctx.now()
        const site: CheckSite | null = warehouse && {
          warehouse,
          tree,
          schema: check.schema,
          table: check.table,
          sensitiveColumns: await readSensitiveColumns(check, tree),
          now: startedAt,
        }
        const judged = await look(ctx, check, site)
        if (judged) await keepResult(ctx, connection, check, judged, startedAt)
      }
    })
    await Promise.all(lanes)
  } finally {
    await warehouse?.close()
  }
}

/** Checks in force that are to be looked at now. */
export async function findDue(
  ctx: ServiceContext,
  connection: Pick<Connection, 'id' | 'succeededAt'>,
  isAsked = false,
): Promise<DataCheck[]> {
  const checks = await db.dataCheck.findMany({
    where: { connectionId: connection.id, retiredAt: null },
    include: { results: { orderBy: { at: 'desc' }, take: 1 } },
  })
  const now = { at: ctx.now(), syncedAt: connection.succeededAt }
  return checks.filter(
    ({ results: [last], runs, acceptedAt }) =>
      isAsked || isCheckDue({ runs: checkRhythmSchema.parse(runs), acceptedAt }, last ?? null, now),
  )
}

/** null when the worker is stopping: the check stays due. */
async function look(
  ctx: ServiceContext & { signal?: AbortSignal },
  check: DataCheck,
  site: CheckSite | null,
): Promise<CheckJudgement | null> {
  const promise = checkPromiseSchema.parse(check.promise)
  let measure: CheckMeasure = { kind: 'nothing', reason: 'Headgate has no access to the warehouse.' }
  try {
    if (site) measure = await measureCheck(promise, site, ctx.signal ? { signal: ctx.signal } : {})
  } catch (error) {
    if (!(error instanceof WarehouseError)) throw error
    if (error instanceof WarehouseCancelledError && ctx.signal?.aborted) return null
    measure = { kind: 'nothing', reason: error.sentence }
  }
  return judgeCheck(promise, measure)
}

async function keepResult(
  ctx: ServiceContext,
  connection: Connection,
  check: DataCheck,
  judged: CheckJudgement,
  startedAt: Date,
): Promise<void> {
  const sentence = describePromise(checkPromiseSchema.parse(check.promise))
  const turn = await transact(async (tx) => {
    const last = await tx.checkResult.findFirst({
      where: { checkId: check.id, outcome: { not: 'not-run' } },
      orderBy: { at: 'desc' },
    })
    await tx.checkResult.create({
      data: {
        checkId: check.id,
        at: ctx.now(),
        syncedAt: connection.succeededAt,
        outcome: judged.outcome,
        rows: judged.rows,
        failing: judged.failing,
        found: judged.found,
        tookMs: ctx.now().getTime() - startedAt.getTime(),
        correlationId: ctx.correlationId,
      },
    })
    const wasFailing = last?.outcome === 'failed'
    const turned =
      judged.outcome === 'failed' && !wasFailing
        ? ('check.failed' as const)
        : judged.outcome === 'passed' && wasFailing
          ? ('check.recovered' as const)
          : null
    if (turned)
      await recordAuditEvent(tx, ctx, {
        action: turned,
        objectType: 'check',
        objectId: check.id,
        objectLabel: `${connection.schemaName} ${check.schema}.${check.table}: ${sentence.replaceAll('`', '')}`,
        detail: { found: judged.found, failing: judged.failing, rows: judged.rows, severity: check.severity },
      })
    return turned
  })
  if (turn === 'check.failed' && check.blocking)
    await draftPause(ctx, connection.id, {
      ruleId: 'blocking-check',
      rationale: `A blocking check of \`${check.schema}.${check.table}\` fails: ${sentence} was promised, ${judged.found} was found. Paused, no more such rows land.`,
      evidence: { verdict: 'for', text: `${sentence}: ${judged.found}`, measure: null },
    })
}
