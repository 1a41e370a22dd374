import type { AuditEventView } from '@/lib/platform/audit/contract'

/** Where an event's object has a page of its own; null when it has none. */
export function objectHref({ type, id }: Pick<AuditEventView['object'], 'type' | 'id'>): string | null {
  if (type === 'account') return '/settings/fivetran'
  if (type === 'destination') return '/settings/warehouses'
  if (type === 'person') return '/settings/people'
  if (type === 'notice-channel') return '/settings/integrations'
  if (type === 'incident') return '/incidents'
  if (type === 'retraining-hook') return '/settings/retraining'
  if (type === 'job') return '/activity/jobs'
  if (type === 'model-provider' || type === 'model-settings' || type === 'model-task') return '/settings/models'
  if (type === 'model-calls') return '/usage/models/calls'
  if (!id) return null
  if (type === 'model-call') return `/usage/models/calls/${id}`
  if (type === 'proposal') return `/approvals/${id}`
  if (type === 'apply-run') return `/apply-runs/${id}`
  if (type === 'connection') return `/connections/${id}`
  if (type === 'check') return `/quality/${id}`
  if (type === 'change') return `/changes/${id}`
  return null
}
