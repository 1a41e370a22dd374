import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../http/fetch-json'
import { toQueryString } from '../http/to-query-string'
import { type AuditQuery, auditEventDetailSchema, auditPageSchema, auditVerificationSchema } from './contract'

export const auditKeys = {
  all: ['audit-events'] as const,
  list: (filters: AuditQuery) => ['audit-events', 'list', filters] as const,
  detail: (seq: number) => ['audit-events', 'detail', seq] as const,
  verification: ['audit-events', 'verification'] as const,
}

/** The audit log, page after page, latest first. */
export function auditEventsQuery(filters: Omit<AuditQuery, 'cursor'>) {
  return infiniteQueryOptions({
    queryKey: auditKeys.list(filters),
    queryFn: ({ pageParam, signal }) =>
      fetchJson(auditPageSchema, `/api/v1/audit-events${toQueryString({ ...filters, cursor: pageParam })}`, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** One audit event with its thread. */
export function auditEventQuery(seq: number) {
  return queryOptions({
    queryKey: auditKeys.detail(seq),
    queryFn: ({ signal }) => fetchJson(auditEventDetailSchema, `/api/v1/audit-events/${seq}`, { signal }),
    // An event never changes; its thread may still grow.
    staleTime: 30_000,
  })
}

/** Whether the chain is whole; recomputed by the server on each call, so asked for, not polled. */
export function auditVerificationQuery() {
  return queryOptions({
    queryKey: auditKeys.verification,
    queryFn: ({ signal }) => fetchJson(auditVerificationSchema, '/api/v1/audit-events/verification', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: false,
  })
}
