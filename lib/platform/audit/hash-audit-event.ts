import { createHash } from 'node:crypto'

/** What the first event's hash builds on. */
export const GENESIS_HASH = '0'.repeat(64)

/** An event as its canonical form needs it: every field as the text that PostgreSQL's append_audit hashed. */
export interface StoredAuditEvent {
  seq: string
  at: string
  actorKind: string
  actorId: string | null
  actorName: string
  action: string
  objectType: string
  objectId: string | null
  objectLabel: string
  detail: string
  channel: string
  correlationId: string
  prevHash: string
  hash: string
}

/**
 * The hash an event must have after another: SHA-256 of the hash before it, a line feed and the canonical form, which
 * is written down beside append_audit in the migration guard_audit_and_approvals.
 */
export function hashAuditEvent(previousHash: string, event: StoredAuditEvent): string {
  const fields = [
    event.seq,
    event.at,
    event.actorKind,
    event.actorId,
    event.actorName,
    event.action,
    event.objectType,
    event.objectId,
    event.objectLabel,
    event.detail,
    event.channel,
    event.correlationId,
  ]
  const canonical = fields.map((text) => (text === null ? '-' : `${Buffer.byteLength(text)}:${text}`)).join('\n')
  return createHash('sha256').update(`${previousHash}\n${canonical}`).digest('hex')
}
