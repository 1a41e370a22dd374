import { createHmac } from 'node:crypto'
import type { Transformation } from '@/sandbox/state/transformation'
import type { Connection, JsonObject } from '@/sandbox/state/world'

export const WEBHOOK_EVENTS = [
  'sync_start',
  'sync_end',
  'status',
  'create_connector',
  'edit_connector',
  'pause_connector',
  'resume_connector',
  'delete_connector',
  'force_update_connector',
  'resync_connector',
  'resync_table',
  'connection_successful',
  'connection_failure',
  'transformation_start',
  'transformation_succeeded',
  'transformation_failed',
  'dbt_run_start',
  'dbt_run_succeeded',
  'dbt_run_failed',
  'transformation_run_start',
  'transformation_run_succeeded',
  'transformation_run_failed',
] as const

type Named = Pick<Connection, 'service' | 'id' | 'schema' | 'groupId'>

/** Takes what happened; gives the body as it goes over the wire: compact, keys in the observed order. */
export function webhookPayload(
  event: string,
  created: Date,
  connection: Named,
  syncId: string | null,
  data: JsonObject,
): string {
  return JSON.stringify({
    event,
    created: created.toISOString(),
    connector_type: connection.service,
    connector_id: connection.id,
    connector_name: connection.schema,
    ...(syncId === null ? {} : { sync_id: syncId }),
    destination_group_id: connection.groupId,
    data,
  })
}

/** Takes what happened to a transformation; gives the body. It names no connection; what is in `data` is opaque to the public. */
export function transformationPayload(
  event: string,
  created: Date,
  transformation: Pick<Transformation, 'id' | 'groupId'>,
  data: JsonObject,
): string {
  return JSON.stringify({
    event,
    created: created.toISOString(),
    transformation_id: transformation.id,
    destination_group_id: transformation.groupId,
    data,
  })
}

/** Takes an event; gives the body of the probe and of the test endpoint, about a connection that does not exist. */
export function testPayload(event: string, created: Date): string {
  const connection = { service: '_connector_type_1', id: '_connection_1', schema: '_connection_1', groupId: '_group_1' }
  const data: JsonObject = event === 'sync_end' ? { status: 'SUCCESSFUL' } : {}
  return webhookPayload(event, created, connection, '00000000-0000-4000-8000-000000000001', data)
}

/** Takes a secret and the raw body; gives the lower-case hex of its HMAC-SHA256. */
export function signPayload(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('hex')
}
