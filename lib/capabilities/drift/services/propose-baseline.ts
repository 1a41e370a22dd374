import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError } from '@/lib/platform/http/app-error'
import type { ProposeBaselineRequest } from '../contract'
import { baselineVersionSchema, moveBaseline } from '../domain/baseline/baseline-version'

/**
 * A person proposes that a table be compared with what one measurement found from now on. Nothing moves until somebody else approves it. Refuses a
 * measurement that failed, and a state that is the baseline already.
 */
export async function proposeBaseline(
  ctx: ServiceContext,
  { profileRunId, rationale }: ProposeBaselineRequest,
): Promise<{ id: string; number: number }> {
  requirePermission(ctx.actor, 'proposals.write')
  const run = await db.profileRun.findUnique({ where: { id: profileRunId } })
  if (run === null) throw new NotFoundError('There is no such measurement.')
  if (run.state !== 'measured' || run.finishedAt === null) throw new ConflictError('This measurement measured nothing.')
  const { connectionId, schema, table } = run
  const latest = await db.driftBaseline.findFirst({
    where: { connectionId, schema, table },
    orderBy: { version: 'desc' },
  })
  const current =
    latest === null
      ? null
      : baselineVersionSchema.parse({
          version: latest.version,
          source: latest.source,
          decision: {
            decidedBy: latest.decidedBy,
            decidedAtMs: latest.decidedAt.getTime(),
            ground: latest.ground,
            reason: latest.reason,
          },
        })
  const source = { kind: 'profile' as const, profileRunId, measuredAt: run.finishedAt.toISOString() }
  const moved = moveBaseline(current, source, {
    decidedBy: ctx.actor.name,
    decidedAtMs: ctx.now().getTime(),
    ground: current === null ? 'first' : 'accepted-as-normal',
    reason: rationale,
  })
  if (moved.outcome === 'refused') throw new ConflictError(`${moved.reason}.`)
  if (moved.outcome === 'unchanged') throw new ConflictError('This measurement is the baseline already.')
  return draftByPerson(ctx, {
    connectionId,
    actions: [{ kind: 'move-baseline', schema, table, source }],
    rationale,
    changeIds: [],
  })
}
