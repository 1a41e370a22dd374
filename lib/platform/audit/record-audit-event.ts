import type { AuditContext } from '../context'
import type { Tx } from '../db/client'
import type { AuditAction } from './audit-actions'

/** One thing that happened, about one object. `objectLabel` is what people call the object, kept as it was then. */
export interface NewAuditEvent {
  action: AuditAction
  objectType: string
  objectId?: string | null
  objectLabel: string
  /** Before and after, counts, hashes. Never a secret, never a row of data. */
  detail?: Record<string, unknown>
}

/** Appends one event to the audit chain in the transaction of the change it tells of. */
export async function recordAuditEvent(tx: Tx, ctx: AuditContext, event: NewAuditEvent): Promise<void> {
  await recordAuditEvents(tx, ctx, [event])
}

/**
 * Appends events in order with one call. The chain's head stays locked until the transaction ends, so call this late
 * in it: everything after the call is time during which nobody else can record.
 */
export async function recordAuditEvents(tx: Tx, ctx: AuditContext, events: readonly NewAuditEvent[]): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => ({
    actor_kind: ctx.actor.kind,
    actor_id: ctx.actor.userId,
    actor_name: ctx.actor.name,
    action: event.action,
    object_type: event.objectType,
    object_id: event.objectId ?? null,
    object_label: event.objectLabel,
    detail: event.detail ?? {},
    channel: ctx.channel,
    correlation_id: ctx.correlationId,
  }))
  // A vendor's message may hold U+0000 or half a surrogate pair, which JSON escapes and PostgreSQL cannot store: they
  // become the visible replacement character, so that no text from outside can keep an event from being recorded.
  const json = JSON.stringify(rows).replaceAll(/\\u(0000|d[89a-f][0-9a-f]{2})/g, '\\ufffd')
  await tx.$queryRaw`SELECT append_audit(${json}::jsonb)`
}
