import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkSignature } from './check-signature'
import { parseDelivery } from './parse-delivery'

const bytes = (text: string) => new TextEncoder().encode(text)
const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('hex')
const body =
  '{"event":"sync_end","created":"2026-05-22T00:06:08.638Z","connector_type":"postgres","connector_id":"calm_river","connector_name":"pg","sync_id":"s-1","destination_group_id":"g1","data":{"status":"SUCCESSFUL"}}'

describe('checkSignature', () => {
  it('accepts hex of either case from any accepted secret', () => {
    expect(checkSignature(bytes(body), sign(body, 'current'), ['current', 'previous'])).toBe(true)
    expect(checkSignature(bytes(body), sign(body, 'previous').toUpperCase(), ['current', 'previous'])).toBe(true)
  })

  it.each([
    ['no signature', null],
    ['an empty one', ''],
    ['another secret', sign(body, 'other')],
    ['a cut one', sign(body, 'current').slice(0, 62)],
    ['a longer one', `${sign(body, 'current')}00`],
    ['a prefixed one', `sha256=${sign(body, 'current')}`],
    ['no hex', 'z'.repeat(64)],
  ])('refuses %s', (_name, signature) => {
    expect(checkSignature(bytes(body), signature, ['current'])).toBe(false)
  })

  it('refuses a body changed by one byte, and everything without a secret', () => {
    expect(checkSignature(bytes(`${body} `), sign(body, 'current'), ['current'])).toBe(false)
    expect(checkSignature(bytes(body), sign(body, 'current'), [])).toBe(false)
    expect(checkSignature(bytes(body), sign(body, ''), [''])).toBe(false)
  })
})

describe('parseDelivery', () => {
  const parse = (text: string) => {
    const parsed = parseDelivery(bytes(text))
    if (parsed.outcome === 'malformed') throw new Error(parsed.reason)
    return parsed.delivery
  }

  it('reads the end of a sync', () => {
    expect(parse(body)).toEqual({
      event: 'sync_end',
      createdAt: new Date('2026-05-22T00:06:08.638Z'),
      connectionExternalId: 'calm_river',
      connectionName: 'pg',
      groupId: 'g1',
      syncId: 's-1',
      status: 'SUCCESSFUL',
      reason: null,
      taskType: null,
      rescheduledAt: null,
      dedupeKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('reads both generations of field names', () => {
    expect(parse('{"event":"sync_end","connection_id":"c","connection_name":"n","group_id":"g"}')).toMatchObject({
      connectionExternalId: 'c',
      connectionName: 'n',
      groupId: 'g',
    })
  })

  it('reads failures, reschedules and events without data', () => {
    expect(
      parse('{"event":"sync_end","data":{"status":"failure_with_task","reason":"r","taskType":"reconnect"}}'),
    ).toMatchObject({
      status: 'FAILURE_WITH_TASK',
      reason: 'r',
      taskType: 'reconnect',
    })
    expect(
      parse('{"event":"sync_end","data":{"status":"RESCHEDULED","rescheduledAt":"2026-01-01T00:00:00Z"}}')
        .rescheduledAt,
    ).toEqual(new Date('2026-01-01T00:00:00Z'))
    for (const data of ['null', '"text"', '[1]', '{"status":{"a":1}}']) {
      expect(parse(`{"event":"pause_connector","data":${data}}`)).toMatchObject({ status: null, createdAt: null })
    }
  })

  it('gives a re-delivery the same key and another event another one', () => {
    expect(parse(body).dedupeKey).toBe(parse(JSON.stringify(JSON.parse(body), null, 2)).dedupeKey)
    expect(parse(body).dedupeKey).not.toBe(parse(body.replace('sync_end', 'sync_start')).dedupeKey)
    expect(parse(body).dedupeKey).not.toBe(parse(body.replace('calm_river', 'wild_river')).dedupeKey)
    expect(parse('{"event":"x","n":1}').dedupeKey).not.toBe(parse('{"event":"x","n":2}').dedupeKey)
  })

  it.each(['', 'no json', '[]', '"x"', '{}', '{"event":7}', '{"event":""}'])('refuses %j', (text) => {
    expect(parseDelivery(bytes(text)).outcome).toBe('malformed')
  })
})
