import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSandbox, type TestSandbox } from './start-test-sandbox'

let test: TestSandbox
beforeAll(async () => {
  test = await startTestSandbox()
})
afterAll(() => test.close())

describe('the protocol', () => {
  it.each<[number, string, string, string, Record<string, string>]>([
    [401, 'AuthFailed', 'GET', '/v1/groups', { authorization: '' }],
    [401, 'AuthFailed', 'GET', '/v1/groups', { authorization: 'Basic bm86bm8=' }],
    [406, 'NotAcceptable', 'GET', '/v1/groups', { accept: 'text/html' }],
    [406, 'NotAcceptable', 'GET', '/v1/groups', { accept: 'application/json;version=3' }],
    [415, 'UnsupportedMediaType', 'POST', '/v1/connections/shop_orchard/sync', { 'content-type': '' }],
    [405, 'MethodNotAllowed', 'DELETE', '/v1/groups', {}],
    [404, 'NotFound', 'GET', '/v1/nothing', {}],
    [404, 'NotFound_Group', 'GET', '/v1/groups/nope', {}],
    [404, 'NotFound_Destination', 'GET', '/v1/destinations/nope', {}],
    [404, 'NotFound_Connector', 'GET', '/v1/connections/nope', {}],
    [404, 'NotFound_SchemaConfig', 'GET', '/v1/connections/raw_quarry/schemas', {}],
    [400, 'InvalidInput', 'GET', '/v1/groups?limit=0', {}],
    [400, 'InvalidInput', 'GET', '/v1/groups?cursor=bm9wZQ', {}],
  ])('answers %i %s to %s %s', async (status, code, method, path, headers) => {
    const answer = await test.api(method, path, undefined, headers)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.message).toEqual(expect.any(String))
    expect(answer.headers.get('x-rate-limit')).toBe('20000')
  })

  it.each(['application/json', 'application/json; version=2', 'application/json;version=1', '*/*'])(
    'accepts %s',
    async (accept) => {
      expect((await test.api('GET', '/v1/account/info', undefined, { accept })).status).toBe(200)
    },
  )

  it('words a missing schema config as the service does', async () => {
    const { body } = await test.api('GET', '/v1/connections/raw_quarry/schemas')
    expect(body.message).toBe("Connection with id 'raw_quarry' doesn't have schema config")
  })

  it('pages every list to the end', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { body } = await test.api('GET', `/v1/connections?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
      const page = body.data as { items: { id: string }[]; next_cursor?: string }
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next_cursor
    } while (cursor)
    expect(seen).toEqual(['shop_orchard', 'idle_mill', 'raw_quarry', 'broken_pier'])
  })

  it('masks secrets', async () => {
    const { body } = await test.api('GET', '/v1/connections/shop_orchard')
    expect(body.data).toMatchObject({ config: { password: '******', schema_prefix: 'shop' } })
    expect(JSON.stringify((await test.api('GET', '/v1/destinations')).body)).not.toContain('secret-word')
  })

  it('counts down the quota and answers 429 with the seconds to wait', async () => {
    await test.command('POST', '/faults', { route: 'GET /v1/users', kind: 'retry-after', retryAfterSeconds: 3 })
    const refused = await test.api('GET', '/v1/users')
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'TooManyRequests',
      '3',
    ])
    const first = Number((await test.api('GET', '/v1/users')).headers.get('x-rate-limit-remaining'))
    const second = Number((await test.api('GET', '/v1/users')).headers.get('x-rate-limit-remaining'))
    expect(first - second).toBe(1)
  })
})

describe('editing a connection', () => {
  const path = '/v1/connections/idle_mill'

  it('runs setup tests unless told not to', async () => {
    expect((await test.api('PATCH', path, { sync_frequency: 60 })).body.data).toHaveProperty('setup_tests')
    expect(
      (await test.api('PATCH', path, { sync_frequency: 120, run_setup_tests: false })).body.data,
    ).not.toHaveProperty('setup_tests')
  })

  it.each<[string, object]>([
    ['no persistent field', { run_setup_tests: false }],
    ['an immutable field', { schema: 'other' }],
    ['a permanent key of the config', { config: { schema_prefix: 'other' } }],
    ['a frequency that is not offered', { sync_frequency: 7 }],
    ['a daily time without a daily sync', { sync_frequency: 60, daily_sync_time: '04:00' }],
  ])('refuses %s', async (_, body) => {
    const answer = await test.api('PATCH', path, body)
    expect([answer.status, answer.body.code]).toEqual([400, 'InvalidInput'])
  })

  it('starts nothing on a paused connection', async () => {
    const answer = await test.api('POST', `${path}/sync`)
    expect(answer.body).toEqual({
      code: 'Success',
      message: "Sync has been successfully triggered for connection with id 'idle_mill'",
    })
    expect((await test.api('GET', path)).body.data).toMatchObject({ status: { sync_state: 'paused' } })
  })
})

describe('faults', () => {
  it('executes and drops the reply: the log knows what the client does not', async () => {
    const path = '/v1/connections/shop_orchard/schemas/public/tables/customer/columns/points'
    const before = (await test.command('GET', '/log')).body.lastSeq
    await test.command('POST', '/faults', { route: `PATCH ${path}`, kind: 'drop-reply' })
    await expect(test.api('PATCH', path, { enabled: true })).rejects.toThrow()
    const { body } = await test.command('GET', `/log?since=${before}`)
    expect(body.items).toMatchObject([
      { actor: 'sandbox' },
      { actor: 'test-key', method: 'PATCH', path, status: 200, body: { enabled: true } },
    ])
  })

  it('answers half of the JSON, or a status without doing anything', async () => {
    await test.command('POST', '/faults', { route: '/v1/groups', kind: 'truncate' })
    await expect(test.api('GET', '/v1/groups')).rejects.toThrow(/JSON/)
    await test.command('POST', '/faults', { route: '/v1/groups', kind: 'status', status: 503 })
    expect((await test.api('GET', '/v1/groups')).status).toBe(503)
    expect((await test.api('GET', '/v1/groups')).status).toBe(200)
  })
})

describe('commands', () => {
  it('say what is wrong with a command', async () => {
    const answer = await test.command('POST', '/connections/shop_orchard/source', {
      op: 'drop-column',
      schema: 'public',
    })
    expect(answer.status).toBe(400)
    expect(answer.body.message).toContain('table')
  })

  it('are refused to other sites', async () => {
    const response = await fetch(`${test.origin}/sandbox/reset`, {
      method: 'POST',
      headers: { origin: 'http://elsewhere.example.com' },
    })
    expect(response.status).toBe(403)
  })

  it('serve a page', async () => {
    const response = await fetch(test.origin)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8'])
  })
})
