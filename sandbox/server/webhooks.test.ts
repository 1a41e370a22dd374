import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signPayload } from '@/sandbox/webhooks/webhook-payload'
import { startTestSandbox, type TestSandbox } from './start-test-sandbox'

interface Received {
  headers: IncomingHttpHeaders
  body: string
}

let test: TestSandbox
let receiver: Server
let url: string
let received: Received[] = []
let answer = 200

beforeAll(async () => {
  receiver = createServer(async (message, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of message) chunks.push(chunk)
    received.push({ headers: message.headers, body: Buffer.concat(chunks).toString('utf8') })
    response.writeHead(answer).end()
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
})
beforeEach(async () => {
  received = []
  answer = 200
  test = await startTestSandbox()
  return () => test.close()
})
afterAll(() => void receiver.close())

const create = (body: object, path = 'account') =>
  test.api('POST', `/v1/webhooks/${path}`, {
    url,
    events: ['sync_start', 'sync_end', 'edit_connector', 'pause_connector'],
    ...body,
  })
const eventsOf = () => received.map(({ body }) => JSON.parse(body).event as string)

describe('webhooks', () => {
  it('are probed at creation, signed, and hide their secret', async () => {
    const created = await create({ secret: 'shared' })
    expect(created).toMatchObject({
      status: 200,
      body: { message: 'Account webhook has been created', data: { secret: '******', active: true } },
    })
    expect(JSON.parse(received[0]?.body ?? '').connector_id).toBe('_connection_1')
    expect(received[0]?.headers['x-fivetran-signature-256']).toBe(signPayload('shared', received[0]?.body ?? ''))
    const log = (await test.command('GET', '/log')).body
    expect(JSON.stringify(log)).not.toContain('shared')
  })

  it('are not stored when the endpoint does not answer 2xx, unless inactive', async () => {
    answer = 500
    const refused = await create({})
    expect([refused.status, refused.body.code]).toEqual([400, 'InvalidInput'])
    expect(refused.body.message).toMatch(/^Failed to call webhook endpoint: '/)
    expect((await test.api('GET', '/v1/webhooks')).body.data).toEqual({ items: [] })
    expect((await create({ active: false })).status).toBe(200)
  })

  it.each([['http://hooks.example.com/x'], ['ftp://127.0.0.1/x'], ['nonsense']])(
    'refuse the address %s',
    async (address) => {
      expect((await create({ url: address })).status).toBe(400)
    },
  )

  it('hear of syncs of their group only', async () => {
    await create({}, 'group/second_group')
    received = []
    await test.command('POST', '/connections/shop_orchard/sync', {})
    await test.command('POST', '/connections/broken_pier/sync', {})
    await test.sandbox.webhooks.settle()
    expect(eventsOf().sort()).toEqual(['sync_end', 'sync_start'])
    expect(JSON.parse(received.at(-1)?.body ?? '').connector_id).toBe('broken_pier')
  })

  it('hear FAILED and then SUCCESSFUL for one promotion', async () => {
    await create({ events: ['sync_end'] })
    received = []
    const change = { op: 'retype-column', schema: 'public', table: 'customer', column: 'points', type: 'STRING' }
    await test.command('POST', '/connections/shop_orchard/source', change)
    await test.command('POST', '/connections/shop_orchard/sync', {})
    await test.sandbox.webhooks.settle()
    const statuses = received.map(({ body }) => JSON.parse(body).data.status as string)
    expect(statuses.sort()).toEqual(['FAILED', 'SUCCESSFUL'])
  })

  it('hear of pausing', async () => {
    await create({})
    received = []
    await test.api('PATCH', '/v1/connections/shop_orchard', { paused: true, run_setup_tests: false })
    await test.sandbox.webhooks.settle()
    expect(eventsOf()).toEqual(['pause_connector'])
  })

  it('are tried again on the sandbox clock and switched off after three days', async () => {
    const { id } = (await create({ events: ['pause_connector'] })).body.data as { id: string }
    answer = 500
    received = []
    await test.api('PATCH', '/v1/connections/shop_orchard', { paused: true, run_setup_tests: false })
    await test.sandbox.webhooks.settle()
    await test.command('POST', '/clock', { advanceMs: 5 * 60_000 })
    expect(received).toHaveLength(1)
    await test.command('POST', '/clock', { advanceMs: 2 * 60_000 })
    expect(received).toHaveLength(2)
    expect(received[1]?.body).toBe(received[0]?.body)
    await test.command('POST', '/clock', { advanceMs: 72 * 3_600_000 })
    expect((await test.api('GET', `/v1/webhooks/${id}`)).body.data).toMatchObject({ active: false })
    expect((await test.api('PATCH', `/v1/webhooks/${id}`, { active: true })).status).toBe(400)
    answer = 200
    expect((await test.api('PATCH', `/v1/webhooks/${id}`, { active: true })).status).toBe(200)
  })

  it('are tried again after 6 min, 27 min, 1 h 45, 6 h 25 and 23 h 13, then no more, and are off after three days', async () => {
    const { id } = (await create({ events: ['pause_connector'] })).body.data as { id: string }
    answer = 500
    received = []
    await test.api('PATCH', '/v1/connections/shop_orchard', { paused: true, run_setup_tests: false })
    await test.sandbox.webhooks.settle()
    let minutes = 0
    const at = async (minute: number) => {
      // A few seconds of grace: the first attempt was made a moment after the edit.
      await test.command('POST', '/clock', { advanceMs: (minute - minutes) * 60_000 + (minutes === 0 ? 5000 : 0) })
      minutes = minute
      return received.length
    }
    const counts: number[] = []
    for (const minute of [5, 6, 26, 27, 104, 105, 384, 385, 1392, 1393, 4000]) counts.push(await at(minute))
    expect(counts).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    expect((await test.api('GET', `/v1/webhooks/${id}`)).body.data).toMatchObject({ active: true })
    await at(3 * 24 * 60 + 1)
    expect((await test.api('GET', `/v1/webhooks/${id}`)).body.data).toMatchObject({ active: false })
  })

  it('hear the deprecated status event beside sync_end where they asked for it', async () => {
    await create({ events: ['sync_end', 'status'] })
    received = []
    await test.command('POST', '/connections/shop_orchard/sync', {})
    await test.sandbox.webhooks.settle()
    expect(eventsOf().sort()).toEqual(['status', 'sync_end'])
  })

  it('hear of transformations, with a body that names no connection', async () => {
    await create({ events: ['transformation_start', 'transformation_succeeded', 'transformation_failed'] })
    received = []
    const made = await test.api('POST', '/v1/transformations', {
      type: 'QUICKSTART',
      schedule: { schedule_type: 'INTERVAL', interval: 60 },
      transformation_config: { package_name: 'zendesk' },
    })
    const { id } = made.body.data as { id: string }
    await test.api('POST', `/v1/transformations/${id}/run`, {})
    await test.command('POST', `/transformations/${id}/next-run`, { next: 'FAILED' })
    await test.command('POST', '/clock', { advanceMs: 3_600_000 })
    expect(eventsOf().sort()).toEqual([
      'transformation_failed',
      'transformation_start',
      'transformation_start',
      'transformation_succeeded',
    ])
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ transformation_id: id })
    expect(received[0]?.body).not.toContain('connector_id')
  })

  it('can be tested and deleted', async () => {
    const { id } = (await create({})).body.data as { id: string }
    answer = 503
    expect((await test.api('POST', `/v1/webhooks/${id}/test`, { event: 'sync_end' })).body.data).toMatchObject({
      succeed: false,
      status: 503,
    })
    expect((await test.api('DELETE', `/v1/webhooks/${id}`)).body).toEqual({
      code: 'Success',
      message: `Webhook with id '${id}' has been deleted`,
    })
    expect((await test.api('DELETE', `/v1/webhooks/${id}`)).status).toBe(404)
  })
})
