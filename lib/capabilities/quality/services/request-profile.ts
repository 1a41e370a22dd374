import { requireConnection } from '@/lib/control-loop/connection/services/require-connection'
import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { transact } from '@/lib/platform/db/client'
import { ConflictError } from '@/lib/platform/http/app-error'
import type { ProfileRunRequest } from '../contract'
import { type PlanProfilesOutcome, planProfilesIn } from './plan-profiles'

const refusals: Record<Exclude<PlanProfilesOutcome['outcome'], 'planned' | 'nothing-synced'>, string> = {
  'not-watched': 'The connection is no longer in the Fivetran account.',
  'no-warehouse': 'Headgate has no access to the warehouse of this connection. An admin gives it in the settings.',
  'no-snapshot': 'The connection was not read yet. Refresh it first.',
}

/**
 * A person asks for a measurement now: of one table, or of all enabled ones. What waits or runs already is not planned twice. Refuses where there is
 * no warehouse and for a table that is not synced.
 */
export async function requestProfile(
  ctx: ServiceContext,
  { connectionId, schema, table }: ProfileRunRequest,
): Promise<{ planned: number; correlationId: string }> {
  requirePermission(ctx.actor, 'quality.run')
  const connection = await requireConnection(connectionId)
  const only = schema !== undefined && table !== undefined ? { schema, table } : null
  return transact(async (tx) => {
    const outcome = await planProfilesIn(tx, ctx, connectionId, { only })
    if (outcome.outcome === 'nothing-synced') {
      const isWaiting = await tx.profileRun.count({
        where: { connectionId, ...only, state: { in: ['planned', 'running'] } },
      })
      if (isWaiting === 0) throw new ConflictError('No such table is synced, so there are no rows to measure.')
      return { planned: 0, correlationId: ctx.correlationId }
    }
    if (outcome.outcome !== 'planned') throw new ConflictError(refusals[outcome.outcome])
    await recordAuditEvent(tx, ctx, {
      action: 'profile.requested',
      objectType: 'connection',
      objectId: connectionId,
      objectLabel: only ? `${connection.schemaName} ${only.schema}.${only.table}` : connection.schemaName,
      detail: { tables: outcome.tables },
    })
    return { planned: outcome.tables, correlationId: ctx.correlationId }
  })
}
