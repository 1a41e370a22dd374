import { createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs'

export const auditPeriods = ['today', '7d', '30d', 'all'] as const
export type AuditPeriod = (typeof auditPeriods)[number]

/** The log's state, whole, in the address: what is left out is the default. */
export const auditParams = {
  actor: parseAsString,
  action: parseAsString,
  object: parseAsString,
  objectId: parseAsString,
  correlation: parseAsString,
  period: parseAsStringLiteral(auditPeriods).withDefault('all'),
  q: parseAsString.withDefault(''),
  event: parseAsInteger,
}

export type AuditParams = {
  actor: string | null
  action: string | null
  object: string | null
  objectId: string | null
  correlation: string | null
  period: AuditPeriod
  q: string
  event: number | null
}

const serialize = createSerializer(auditParams)

/** The log's address with some of its state changed. */
export function auditHref(current: AuditParams, change: Partial<AuditParams>): string {
  return serialize('/activity', { ...current, ...change })
}

/** Every filter off; the selected event goes with them. */
export const unfilteredAudit = {
  actor: null,
  action: null,
  object: null,
  objectId: null,
  correlation: null,
  period: 'all',
  q: '',
  event: null,
} as const satisfies AuditParams
