import { createHash } from 'node:crypto'
import { z } from 'zod'

/** One webhook delivery in our words. A hint to look, never a truth. */
export interface Delivery {
  /** The service's event name, e.g. `sync_end`; unknown ones are kept as they are. */
  event: string
  createdAt: Date | null
  /** null for events that concern no connection. */
  connectionExternalId: string | null
  connectionName: string | null
  groupId: string | null
  syncId: string | null
  /** `SUCCESSFUL`, `FAILURE`, `FAILURE_WITH_TASK`, `RESCHEDULED`, `CANCELED`, in upper case; null when the event has none. */
  status: string | null
  reason: string | null
  taskType: string | null
  rescheduledAt: Date | null
  /** Equal for every re-delivery of the same event. */
  dedupeKey: string
}
export type ParseDeliveryOutcome = { outcome: 'parsed'; delivery: Delivery } | { outcome: 'malformed'; reason: string }

const text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' && value !== '' ? value : null))
const instant = text.transform((value) => {
  const date = value === null ? null : new Date(value)
  return date && !Number.isNaN(date.getTime()) ? date : null
})
const eventData = z.object({ status: text, reason: text, taskType: text, rescheduledAt: instant })

const deliveryShape = z.object({
  event: z.string().min(1).max(200),
  created: text,
  connector_id: text,
  connection_id: text,
  connector_name: text,
  connection_name: text,
  group_id: text,
  destination_group_id: text,
  sync_id: text,
  data: z.unknown().optional(),
})

/**
 * Reads a delivery whose signature has been checked. Tolerates both generations of field names, fields it does not know and `data` of
 * any kind; refuses only what is not a JSON object with an event.
 */
export function parseDelivery(rawBody: Uint8Array): ParseDeliveryOutcome {
  const json = parseJson(rawBody)
  if (json === undefined) return { outcome: 'malformed', reason: 'the body is not JSON' }
  const parsed = deliveryShape.safeParse(json)
  if (!parsed.success) return { outcome: 'malformed', reason: 'the body names no event' }
  const body = parsed.data
  const details = eventData.safeParse(body.data)
  const { status, reason, taskType, rescheduledAt } = details.success ? details.data : eventData.parse({})
  return {
    outcome: 'parsed',
    delivery: {
      event: body.event,
      createdAt: instant.parse(body.created),
      connectionExternalId: body.connection_id ?? body.connector_id,
      connectionName: body.connection_name ?? body.connector_name,
      groupId: body.destination_group_id ?? body.group_id,
      syncId: body.sync_id,
      status: status?.toUpperCase() ?? null,
      reason,
      taskType,
      rescheduledAt,
      dedupeKey: deriveDedupeKey(body, status, rawBody),
    },
  }
}

/**
 * The service gives a delivery no id. Sync, event and instant name it; without an instant only the bytes can. Connection and status are
 * part of it because events without a sync may share an instant, and a promoted type ends one sync twice.
 */
function deriveDedupeKey(body: z.output<typeof deliveryShape>, status: string | null, rawBody: Uint8Array): string {
  const connection = body.connection_id ?? body.connector_id
  const named = JSON.stringify([body.sync_id, body.event, body.created, connection, status])
  return createHash('sha256')
    .update(body.created === null ? rawBody : named)
    .digest('hex')
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody))
  } catch {
    return undefined
  }
}
