import { type Db, db, type Tx } from '@/lib/platform/db/client'
import { GENESIS_HASH, hashAuditEvent, type StoredAuditEvent } from '../hash-audit-event'

export interface AuditChainVerification {
  whole: boolean
  /** The sequence number of the last event that is there. */
  lastSeq: number
  /** The first sequence number that is not as it was written; null when the chain is whole. */
  brokenAt: number | null
}

const BATCH_SIZE = 5_000

/**
 * Recomputes every hash from the first event and compares the end with the recorded head, which is how a cut tail
 * shows. Reads in batches, outside any long transaction; events appended meanwhile are left for the next time.
 */
export async function verifyAuditChain(source: Db | Tx = db): Promise<AuditChainVerification> {
  const head = await source.auditHead.findFirst()
  const headSeq = Number(head?.seq ?? 0)
  let previousHash = GENESIS_HASH
  let lastSeq = 0
  while (lastSeq < headSeq) {
    const batch = await readBatch(source, lastSeq, headSeq)
    if (batch.length === 0) break
    for (const event of batch) {
      const seq = Number(event.seq)
      const follows = seq === lastSeq + 1 && event.prevHash === previousHash
      if (!follows || event.hash !== hashAuditEvent(previousHash, event)) {
        return { whole: false, lastSeq: headSeq, brokenAt: lastSeq + 1 }
      }
      lastSeq = seq
      previousHash = event.hash
    }
  }
  if (!head || lastSeq !== headSeq) return { whole: false, lastSeq, brokenAt: lastSeq + 1 }
  if (previousHash !== head.hash) return { whole: false, lastSeq, brokenAt: lastSeq }
  return { whole: true, lastSeq, brokenAt: null }
}

function readBatch(source: Db | Tx, afterSeq: number, upToSeq: number): Promise<StoredAuditEvent[]> {
  return source.$queryRaw<StoredAuditEvent[]>`
    SELECT audit_event.seq::text AS seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
           actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", action,
           object_type AS "objectType", object_id AS "objectId", object_label AS "objectLabel", detail::text AS detail,
           channel, correlation_id AS "correlationId", prev_hash AS "prevHash", hash
    FROM audit_event WHERE seq > ${afterSeq} AND seq <= ${upToSeq} ORDER BY audit_event.seq LIMIT ${BATCH_SIZE}`
}
