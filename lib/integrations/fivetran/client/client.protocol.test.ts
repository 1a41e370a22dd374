// Long because: it is the whole list of what the client does on the wire, against one small scripted server.
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import {
  CredentialsRefusedError,
  FivetranError,
  InvalidRequestError,
  NotFoundError,
  OutcomeUnknownError,
  RateLimitedError,
  RefusedError,
  UnexpectedReplyError,
  UnreachableError,
} from '../errors'
import type { CallRecord, FivetranClientOptions, FivetranTransportOptions } from './client-options'
import { createFivetranClient, type FivetranClient } from './create-fivetran-client'

const API_SECRET = 'very-secret-text'
const servers: Server[] = []
const clients: FivetranClient[] = []

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function open(baseUrl: string, transport: FivetranTransportOptions = {}, more: Partial<FivetranClientOptions> = {}) {
  const calls: CallRecord[] = []
  const client = createFivetranClient({
    baseUrl,
    apiKey: 'the-key',
    apiSecret: API_SECRET,
    transport: { allowPrivateAddresses: ['127.0.0.0/8'], retryBaseMs: 1, timeoutMs: 2_000, ...transport },
    onCall: (record) => calls.push(record),
    ...more,
  })
  clients.push(client)
  return { client, calls }
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

async function failure(promise: Promise<unknown>): Promise<FivetranError> {
  const error = await promise.then(
    () => new Error('it succeeded'),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof FivetranError)) throw error
  expect(`${error.message}${JSON.stringify(error)}`).not.toContain(API_SECRET)
  return error
}

const account = { code: 'Whatever', data: { account_id: 'a1', account_name: 'Acme', system_key_id: 'k1' } }
const column = { schema: 's', table: 't', column: 'c', enabled: true, hashed: true }
const edit = { kind: 'schema-config' as const, columns: [column], tables: [], schemas: [] }

describe('what is sent', () => {
  it('authenticates, asks for the right shape and reports the quota', async () => {
    const seen: IncomingMessage['headers'][] = []
    const base = await serve((request, response) => {
      seen.push(request.headers)
      answer(response, 200, request.url?.startsWith('/v1/account') ? account : { data: { items: [] } }, {
        'x-rate-limit': '20000',
        'x-rate-limit-remaining': '19999',
      })
    })
    const { client, calls } = open(`${base}/v1/`)
    expect(await client.readAccount()).toEqual({ accountId: 'a1', accountName: 'Acme', keyKind: 'system' })
    await client.listConnections()
    const token = Buffer.from(`the-key:${API_SECRET}`).toString('base64')
    expect(seen).toMatchObject([
      { authorization: `Basic ${token}`, accept: 'application/json' },
      { accept: 'application/json;version=2' },
    ])
    expect(calls).toEqual([
      {
        method: 'GET',
        path: '/v1/account/info',
        kind: 'read',
        status: 200,
        tookMs: expect.any(Number),
        attempt: 1,
        rateLimit: 20_000,
        rateRemaining: 19_999,
      },
      expect.objectContaining({ path: '/v1/connections' }),
    ])
  })

  it('reads with one key and changes with the other, where there are two', async () => {
    const seen: string[] = []
    const base = await serve((request, response) => {
      const [, token = ''] = (request.headers.authorization ?? '').split(' ')
      seen.push(`${request.method} ${Buffer.from(token, 'base64').toString().split(':')[0]}`)
      answer(response, 200, request.url?.startsWith('/v1/account') ? account : { data: { schemas: {} } })
    })
    const { client } = open(base, {}, { writeKey: { apiKey: 'the-write-key', apiSecret: 'another-secret' } })
    await client.readAccount()
    await client.readAccount('writing')
    await client.sendEdit('c1', edit)
    await client.startSync('c1')
    expect(seen).toEqual(['GET the-key', 'GET the-write-key', 'PATCH the-write-key', 'POST the-write-key'])
  })

  it('sends an edit as described, with a content type, on a connection of its own', async () => {
    const seen: unknown[] = []
    const base = await serve((request, response) => {
      let body = ''
      request.on('data', (chunk) => (body += chunk))
      request.on('end', () => {
        seen.push([
          request.method,
          request.url,
          request.headers['content-type'],
          request.headers.connection,
          JSON.parse(body),
        ])
        answer(response, 200, { code: 'Success', data: {} })
      })
    })
    const sent = await open(base).client.sendEdit('c1', edit)
    expect(sent).toMatchObject({ status: 200, method: 'PATCH', body: { enabled: true, hashed: true } })
    expect(seen).toEqual([['PATCH', sent.path, 'application/json', 'close', sent.body]])
  })
})

describe('refusals by status, never by code', () => {
  it.each([
    [400, InvalidRequestError, 'Fivetran does not accept this request.'],
    [401, CredentialsRefusedError, 'Fivetran does not accept this key.'],
    [403, CredentialsRefusedError, 'This key is not allowed to do that in Fivetran.'],
    [404, NotFoundError, 'Fivetran does not know this object.'],
    [409, RefusedError, 'Fivetran refuses this in the present state.'],
    [415, InvalidRequestError, 'Fivetran does not accept this request.'],
  ])('%i', async (status, kind, sentence) => {
    const base = await serve((_request, response) =>
      answer(response, status, { code: 'Success', message: `not with ${API_SECRET}\u202e\nforged line` }),
    )
    const { client, calls } = open(base)
    const error = await failure(client.readConnection('c1'))
    expect(error).toBeInstanceOf(kind)
    expect(error).toMatchObject({
      sentence,
      status,
      vendorCode: 'Success',
      vendorMessage: 'not with ****** forged line',
    })
    expect(calls).toHaveLength(1)
  })

  it('reads a 404 as a state where the service means one', async () => {
    const base = await serve((request, response) => {
      const code = request.url?.includes('gone')
        ? 'NotFound_Connector'
        : request.url?.endsWith('/schemas')
          ? 'NotFound_SchemaConfig'
          : 'NotFound'
      answer(response, 404, { code, message: 'not there' })
    })
    const { client } = open(base)
    expect(await client.readSchemaConfig('c1')).toBe('absent')
    expect(await client.readSourceColumns('c1', 's', 't')).toBe('absent')
    expect(await client.readDestination('g1')).toBeNull()
    expect(await client.deleteWebhook('w1')).toBeUndefined()
    expect(await failure(client.readSchemaConfig('gone'))).toBeInstanceOf(NotFoundError)
    expect(await failure(client.readSourceColumns('gone', 's', 't'))).toBeInstanceOf(NotFoundError)
  })
})

describe('reads', () => {
  it('are repeated after faults, lost replies and cut documents', async () => {
    let calls = 0
    const base = await serve((request, response) => {
      calls++
      if (calls === 1) answer(response, 503, 'upstream down', { 'content-type': 'text/html' })
      else if (calls === 2) request.socket.destroy()
      else if (calls === 3) answer(response, 200, '{"data":{"account_id":"a')
      else answer(response, 200, account)
    })
    const opened = open(base)
    expect(await opened.client.readAccount()).toMatchObject({ accountId: 'a1' })
    expect(opened.calls.map(({ status, attempt }) => [status, attempt])).toEqual([
      [503, 1],
      [null, 2],
      [200, 3],
      [200, 4],
    ])
  })

  it('end after the last repetition', async () => {
    const base = await serve((_request, response) => answer(response, 500, { code: 'InternalError', message: 'oops' }))
    const { client, calls } = open(base)
    expect(await failure(client.readAccount())).toMatchObject({ status: 500, isTransient: true, vendorMessage: 'oops' })
    expect(calls).toHaveLength(4)
  })

  it('wait for a near Retry-After to the second', async () => {
    const at: number[] = []
    const base = await serve((_request, response) => {
      at.push(Date.now())
      if (at.length === 1) answer(response, 429, { code: 'TooManyRequests' }, { 'retry-after': '1' })
      else answer(response, 200, account)
    })
    await open(base).client.readAccount()
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1_000)
  })

  it('reject a far Retry-After, and nothing else leaves before it', async () => {
    let calls = 0
    const base = await serve((_request, response) => {
      calls++
      answer(response, 429, { code: 'TooManyRequests', message: 'slow down' }, { 'retry-after': '38' })
    })
    const { client } = open(base)
    expect(await failure(client.readAccount())).toMatchObject({
      retryAfterSeconds: 38,
      sentence: 'Fivetran asks to wait. Next try in 38 s.',
    })
    expect(await failure(client.sendEdit('c1', edit))).toBeInstanceOf(RateLimitedError)
    expect(calls).toBe(1)
  })

  it.each<[string, RequestListener, FivetranTransportOptions, string]>([
    ['a page of HTML', (_q, r) => answer(r, 200, '<html>', { 'content-type': 'text/html' }), {}, 'content type'],
    ['a redirect', (_q, r) => answer(r, 302, '', { location: 'https://example.com/' }), {}, 'redirects'],
    ['a huge body', (_q, r) => answer(r, 200, `"${'x'.repeat(5_000)}"`), { replyBytesMax: 1_000 }, 'too large'],
    ['deep JSON', (_q, r) => answer(r, 200, `{"data":${'['.repeat(99)}${']'.repeat(99)}}`), {}, 'nested deeper'],
    ['another shape', (_q, r) => answer(r, 200, { data: { account: 1 } }), {}, 'account_id'],
    ['a list', (_q, r) => answer(r, 200, []), {}, 'not an object'],
  ])('name %s', async (_name, listener, transport, words) => {
    const { client, calls } = open(await serve(listener), transport)
    const error = await failure(client.readAccount())
    expect(error).toBeInstanceOf(UnexpectedReplyError)
    expect(error.sentence).toContain(words)
    expect(calls).toHaveLength(1)
  })

  it('do not follow a redirect with the key', async () => {
    let visits = 0
    const elsewhere = await serve((_request, response) => {
      visits++
      answer(response, 200, account)
    })
    const base = await serve((_request, response) => answer(response, 307, '', { location: elsewhere }))
    await failure(open(base).client.readAccount())
    expect(visits).toBe(0)
  })

  it('end a drip at the deadline', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(timer))
    })
    const { client } = open(base, { timeoutMs: 200, retriesMax: 0 })
    const startedMs = Date.now()
    expect(await failure(client.readAccount())).toMatchObject({ sentence: expect.stringContaining('broke off') })
    expect(Date.now() - startedMs).toBeLessThan(1_500)
  })

  it('name a server that never answers and one that is not there', async () => {
    const silent = await serve(() => {})
    expect(await failure(open(silent, { timeoutMs: 150, retriesMax: 1 }).client.readAccount())).toBeInstanceOf(
      UnreachableError,
    )
    const nobody = open('http://127.0.0.1:1')
    const error = await failure(nobody.client.readAccount())
    expect(error.sentence).toBe('Fivetran does not answer at 127.0.0.1:1. The connection was refused.')
    expect(nobody.calls).toHaveLength(4)
  })
})

describe('lists', () => {
  it('go to the last page', async () => {
    const base = await serve((request, response) => {
      const cursor = new URL(request.url ?? '', 'http://x').searchParams.get('cursor')
      const page = Number(cursor ?? 0)
      answer(response, 200, {
        data: {
          items: [{ id: `g${page}`, name: `Group ${page}` }],
          ...(page < 2 ? { next_cursor: String(page + 1) } : {}),
        },
      })
    })
    expect((await open(base).client.listGroups()).map(({ externalId }) => externalId)).toEqual(['g0', 'g1', 'g2'])
  })

  it.each([
    ['repeat', () => 'same'],
    ['does not end', () => String(Math.random())],
  ])('that %s are refused', async (words, cursor) => {
    const base = await serve((_request, response) =>
      answer(response, 200, { data: { items: [], next_cursor: cursor() } }),
    )
    const error = await failure(open(base, { pagesMax: 5 }).client.listWebhooks())
    expect(error.sentence).toContain(words)
  })

  it('show the healthy connections beside a broken one', async () => {
    const healthy = { id: 'c1', group_id: 'g', service: 'salesforce', schema: 'sf' }
    const base = await serve((_request, response) =>
      answer(response, 200, { data: { items: [healthy, { id: 'c2' }] } }),
    )
    expect(await open(base).client.listConnections()).toMatchObject({
      connections: [{ externalId: 'c1' }],
      unreadable: [{ externalId: 'c2' }],
    })
  })
})

describe('writes', () => {
  it.each<[string, RequestListener]>([
    ['the reply is dropped', (request) => request.resume().on('end', () => request.socket.destroy())],
    ['no reply comes', (request) => request.resume()],
    ['the reply is cut', (_q, r) => answer(r, 200, '{"code":"Success","da')],
    ['the reply is a page', (_q, r) => answer(r, 200, '<html>', { 'content-type': 'text/html' })],
    ['the reply is a fault', (_q, r) => answer(r, 500, { code: 'InternalError' })],
    ['the reply is a redirect', (_q, r) => answer(r, 302, '', { location: '/' })],
  ])('are of unknown outcome and sent once when %s', async (_name, listener) => {
    let calls = 0
    const base = await serve((request, response) => {
      calls++
      listener(request, response)
    })
    const { client } = open(base, { timeoutMs: 300 })
    expect(await failure(client.sendEdit('c1', edit))).toBeInstanceOf(OutcomeUnknownError)
    expect(calls).toBe(1)
  })

  it('that were refused or never left say so', async () => {
    const base = await serve((_request, response) =>
      answer(response, 409, { code: 'IllegalState', message: 'Cannot modify read-only table s.t config' }),
    )
    expect(await failure(open(base).client.sendEdit('c1', edit))).toMatchObject({
      status: 409,
      vendorMessage: 'Cannot modify read-only table s.t config',
    })
    expect(await failure(open('http://127.0.0.1:1').client.sendEdit('c1', edit))).toBeInstanceOf(UnreachableError)
  })

  it('that are rate limited are rejected at once', async () => {
    let calls = 0
    const base = await serve((_request, response) => {
      calls++
      answer(response, 429, {}, { 'retry-after': '1' })
    })
    expect(await failure(open(base).client.startSync('c1'))).toMatchObject({ retryAfterSeconds: 1 })
    expect(calls).toBe(1)
  })
})

describe('addresses', () => {
  it('in private ranges hear nothing unless the operator allows them', async () => {
    let visits = 0
    const base = await serve((_request, response) => {
      visits++
      answer(response, 200, account)
    })
    const port = new URL(base).port
    for (const host of ['127.0.0.1', 'localhost', 'LOCALHOST.', '0x7f.1', '[::ffff:127.0.0.1]', '2130706433']) {
      const { client } = open(`http://${host}:${port}`, { allowPrivateAddresses: [] })
      expect(await failure(client.readAccount())).toBeInstanceOf(UnreachableError)
    }
    expect(visits).toBe(0)
  })

  it('that are none are refused before anything else', () => {
    for (const baseUrl of ['fivetran', 'https://key:secret@example.com']) {
      expect(() => open(baseUrl)).toThrow(UnreachableError)
    }
  })
})
