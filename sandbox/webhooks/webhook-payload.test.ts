import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { nextAttempt } from './retry-times'
import { signPayload, webhookPayload } from './webhook-payload'

const connection = { service: 'postgres', id: 'brisk_orchard', schema: 'orders', groupId: 'steady_meridian' }

it('writes the observed keys in the observed order, compact', () => {
  const body = webhookPayload('sync_end', new Date('2026-05-22T00:06:08.638Z'), connection, 'b4703f73', {
    status: 'SUCCESSFUL',
  })
  expect(body).toBe(
    '{"event":"sync_end","created":"2026-05-22T00:06:08.638Z","connector_type":"postgres","connector_id":"brisk_orchard","connector_name":"orders","sync_id":"b4703f73","destination_group_id":"steady_meridian","data":{"status":"SUCCESSFUL"}}',
  )
})

it('leaves the sync id out of lifecycle events', () => {
  expect(webhookPayload('pause_connector', new Date(0), connection, null, {})).not.toContain('sync_id')
})

it('signs the raw bytes', () => {
  expect(signPayload('secret', '{"ä":1}')).toBe(
    createHmac('sha256', 'secret').update(Buffer.from('{"ä":1}')).digest('hex'),
  )
})

it('tries again after 6 min, 27 min, 1 h 45, 6 h 25, 23 h 13, then gives up', () => {
  const first = new Date('2026-05-01T00:00:00Z')
  const times = [1, 2, 3, 4, 5, 6].map((attempts) => nextAttempt(first, attempts)?.toISOString().slice(11, 16) ?? null)
  expect(times).toEqual(['00:06', '00:27', '01:45', '06:25', '23:13', null])
})
