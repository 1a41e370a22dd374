import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LogEntry } from '@/sandbox/state/world'
import { RateLimiter } from './rate-limiter'
import { startTestSandbox, type TestSandbox } from './start-test-sandbox'

let test: TestSandbox
beforeEach(async () => {
  test = await startTestSandbox({ faultSeed: 5 })
})
afterEach(() => test.close())

const SHOP = '/v1/connections/shop_orchard'
const COLUMN = `${SHOP}/schemas/public/tables/customer/columns/city`
const dial = (body: object) => test.command('POST', '/faults', body)
const lastEntry = async () => ((await test.command('GET', '/log')).body.items as LogEntry[]).at(-1)

describe('the fault dial', () => {
  it('answers 401 before anything is done', async () => {
    await dial({ route: SHOP, kind: 'unauthorized' })
    expect((await test.api('PATCH', SHOP, { paused: true })).status).toBe(401)
    expect((await lastEntry())?.actor).toBe('sandbox')
  })

  it('does what it is told and answers with a web page', async () => {
    await dial({ route: SHOP, kind: 'content-type' })
    await expect(test.api('PATCH', COLUMN, { enabled: false })).rejects.toThrow(/JSON/)
    expect(await lastEntry()).toMatchObject({
      fault: 'content-type',
      effect: [expect.stringContaining('city enabled')],
    })
  })

  it('says it did as told and did not', async () => {
    await dial({ route: COLUMN, kind: 'ignore-setting' })
    expect((await test.api('PATCH', COLUMN, { enabled: false })).status).toBe(200)
    expect(await lastEntry()).toMatchObject({ fault: 'ignore-setting', effect: [], status: 200 })
    const { body } = await test.api('GET', `${SHOP}/schemas`)
    expect(body.data).toMatchObject({ schemas: { public: { tables: { customer: { columns: {} } } } } })
  })

  it('drips', async () => {
    await dial({ route: '/v1/groups', kind: 'slow-drip' })
    const start = Date.now()
    expect((await test.api('GET', '/v1/groups')).status).toBe(200)
    expect(Date.now() - start).toBeGreaterThan(1000)
  })

  it('throws one die for a mix, the same again for the same seed', async () => {
    const rates = { 'retry-after': 0.1, status: 0.1, unauthorized: 0.05 }
    const throwAll = async (sandbox: TestSandbox) => {
      await sandbox.command('POST', '/fault-mix', { route: '/v1/users', rates, status: 503 })
      const statuses: number[] = []
      for (let call = 0; call < 120; call += 1) statuses.push((await sandbox.api('GET', '/v1/users')).status)
      return statuses
    }
    const first = await throwAll(test)
    const other = await startTestSandbox({ faultSeed: 5 })
    expect(await throwAll(other)).toEqual(first)
    await other.close()
    expect(new Set(first)).toEqual(new Set([200, 401, 429, 503]))
    expect(first.filter((status) => status === 200).length).toBeGreaterThan(70)
    const tooMuch = await test.command('POST', '/fault-mix', { route: '/v1', rates: { status: 0.7, hang: 0.7 } })
    expect(tooMuch.status).toBe(400)
  })

  it('notes who calls before a 429 allows it', async () => {
    await dial({ route: '/v1/users', kind: 'retry-after', retryAfterSeconds: 60 })
    await test.api('GET', '/v1/users')
    await test.api('GET', '/v1/users')
    const early = async () => (await test.command('GET', '/requests')).body.early as unknown[]
    expect(await early()).toHaveLength(1)
    await test.command('POST', '/clock', { advanceMs: 60_000 })
    await test.api('GET', '/v1/users')
    expect(await early()).toHaveLength(1)
  })
})

describe('quotas', () => {
  it('are counted on the clock, over all, per minute and per hour', () => {
    const limiter = new RateLimiter('paid')
    const admit = (classes: ('any' | 'source')[], at: number) => limiter.admit(classes, at)
    for (let call = 0; call < 500; call += 1) admit(['any', 'source'], 1000)
    expect(() => admit(['any', 'source'], 2000)).toThrow('retry in 59 seconds')
    expect(() => admit(['any'], 2000)).not.toThrow()
    for (let minute = 1; minute < 10; minute += 1) {
      for (let call = 0; call < 500; call += 1) admit(['any', 'source'], 1000 + minute * 60_000)
    }
    expect(() => admit(['any', 'source'], 700_000)).toThrow('Rate limit of 5000')
    for (let call = 0; call < 14_999; call += 1) admit(['any'], 700_000)
    expect(() => admit(['any'], 700_000)).toThrow('Rate limit of 20000')
    expect(limiter.remaining(700_000)).toBe(0)
    expect(() => admit(['any', 'source'], 1000 + 3_600_000)).not.toThrow()
  })

  it('answer 429 with Retry-After, and let the caller in when that has passed', async () => {
    const trial = await startTestSandbox({ plan: 'trial' })
    const columns = `${SHOP}/schemas/public/tables/customer/columns`
    for (let call = 0; call < 25; call += 1) expect((await trial.api('GET', columns)).status).toBe(200)
    const refused = await trial.api('GET', columns)
    const seconds = Number(refused.headers.get('retry-after'))
    expect([refused.status, refused.headers.get('x-rate-limit')]).toEqual([429, '500'])
    await trial.command('POST', '/clock', { advanceMs: seconds * 1000 })
    expect((await trial.api('GET', columns)).status).toBe(200)
    await trial.close()
  })
})

describe('the webhook dial', () => {
  let receiver: Server
  let received: string[]
  beforeEach(async () => {
    received = []
    receiver = createServer(async (message, response) => {
      let body = ''
      for await (const chunk of message) body += chunk
      received.push(body)
      response.writeHead(200).end()
    })
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
  })
  afterEach(() => void receiver.close())

  it('duplicates, reorders, holds back and loses on the sandbox clock', async () => {
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
    await test.api('POST', '/v1/webhooks/account', { url, events: ['edit_connector'] })
    received = []
    const edit = async (count: number) => {
      for (let call = 0; call < count; call += 1) {
        await test.api('PATCH', SHOP, { sync_frequency: call % 2 ? 60 : 120, run_setup_tests: false })
      }
    }
    await test.command('POST', '/webhook-faults', { lost: 1 })
    await edit(3)
    await test.command('POST', '/clock', { advanceMs: 5000 })
    expect(received).toHaveLength(0)
    await test.command('POST', '/webhook-faults', { duplicate: 1, seed: 2 })
    await edit(3)
    await test.command('POST', '/clock', { advanceMs: 5000 })
    expect([received.length, new Set(received).size]).toEqual([6, 3])
    received = []
    await test.command('POST', '/webhook-faults', { reorder: 0.5, late: 0.3, seed: 2 })
    await edit(20)
    await test.sandbox.webhooks.settle()
    expect(received.length).toBeLessThan(20)
    await test.command('POST', '/clock', { advanceMs: 5000 })
    const soon = received.map((body) => JSON.parse(body).created as string)
    expect(soon).not.toEqual(soon.toSorted())
    await test.command('POST', '/clock', { advanceMs: 3_600_000 })
    expect(new Set(received).size).toBe(20)
    await test.command('DELETE', '/webhook-faults')
    const deliveries = (await test.command('GET', '/deliveries')).body.items as { faults: string[] }[]
    expect(deliveries.some(({ faults }) => faults.includes('lost'))).toBe(true)
  })
})
