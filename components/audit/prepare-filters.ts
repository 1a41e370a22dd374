import type { AuditQuery } from '@/lib/platform/audit/contract'
import type { AuditParams, AuditPeriod } from './audit-params'

const dayMs = 86_400_000
const daysBack: Record<Exclude<AuditPeriod, 'all'>, number> = { today: 0, '7d': 6, '30d': 29 }

/** Where a period starts: at midnight UTC, so that the question stays the same one all day. Null for all of it. */
export function startOfPeriod(period: AuditPeriod, now: Date): string | null {
  if (period === 'all') return null
  const midnightMs = Math.floor(now.getTime() / dayMs) * dayMs
  return new Date(midnightMs - daysBack[period] * dayMs).toISOString()
}

/** The address's state in, the API's question out. */
export function prepareFilters(params: AuditParams, now: Date): Omit<AuditQuery, 'cursor'> {
  return {
    actor: params.actor ?? undefined,
    action: params.action ?? undefined,
    objectType: params.object ?? undefined,
    objectId: params.objectId ?? undefined,
    correlationId: params.correlation ?? undefined,
    q: params.q.trim() || undefined,
    from: startOfPeriod(params.period, now) ?? undefined,
  }
}

/** True when any filter is on. */
export function isFiltered({ event: _event, period, q, ...rest }: AuditParams): boolean {
  return period !== 'all' || q.trim() !== '' || Object.values(rest).some((value) => value !== null)
}
