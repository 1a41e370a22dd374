// Long because: every case talks to the one sandbox this file starts and resets; a second file would start a second process.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  CredentialsRefusedError,
  InvalidRequestError,
  NotFoundError,
  OutcomeUnknownError,
  RateLimitedError,
} from '../errors'
import type { ConnectionEdit } from '../port'
import { checkSignature, SIGNATURE_HEADER } from '../webhook/check-signature'
import { parseDelivery } from '../webhook/parse-delivery'
import { createFivetranClient, type FivetranClient } from './create-fivetran-client'

/** The client against the sandbox program, over HTTP, as a customer would run it. The sandbox's own log is the truth about what happened. */
const KEY = { apiKey: 'contract-key', apiSecret: 'contract-secret' }
let sandbox: ChildProcess
let base: string
let client: FivetranClient

const logShape = z.object({
  items: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      body: z.unknown(),
      actor: z.string(),
      effect: z.array(z.string()),
    }),
  ),
})

function openClient(credentials = KEY) {
  return createFivetranClient({
    baseUrl: base,
    ...credentials,
    transport: {
      allowPrivateAddresses: ['127.0.0.0/8'],
      retryBaseMs: 5,
      timeoutMs: 3_000,
      pageSize: 2,
      retryAfterMaxMs: 2_000,
    },
  })
}

async function command(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
  const init = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`${base}/sandbox${path}`, { method, ...init })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** What changed anything at the service, in order, by the hand of an API key. */
async function readEffects() {
  const { items } = logShape.parse(await command('/log'))
  return items
    .filter(({ actor }) => actor !== 'sandbox' && actor !== 'ui')
    .map(({ method, path, body }) => ({ method, path, body }))
}

beforeAll(async () => {
  const root = join(import.meta.dirname, '../../../..')
  const flags = ['--port', '0', '--sync-ms', '50', '--api-key', KEY.apiKey, '--api-secret', KEY.apiSecret]
  sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  base = await new Promise<string>((resolve, reject) => {
    let printed = ''
    sandbox.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}`)))
    sandbox.stdout?.on('data', (chunk) => {
      printed += chunk
      const address = /listening on (http:\/\/\S+)/.exec(printed)?.[1]
      if (address) resolve(address)
    })
  })
  await command('/health')
})
afterAll(async () => {
  if (!sandbox || sandbox.exitCode !== null) return
  sandbox.kill('SIGTERM')
  await once(sandbox, 'exit')
})
beforeEach(async () => {
  await command('/reset', {})
  client = openClient()
})
afterEach(async () => {
  await command('/faults', undefined, 'DELETE')
  await client.close()
})

const contactEmail = { schema: 'salesforce', table: 'contact', column: 'email', enabled: true, hashed: true }
const edit = (parts: Partial<Extract<ConnectionEdit, { kind: 'schema-config' }>>): ConnectionEdit => ({
  kind: 'schema-config',
  columns: [],
  tables: [],
  schemas: [],
  ...parts,
})

describe('reading', () => {
  it('knows the account, its groups, destinations and connections, page by page', async () => {
    expect(await client.readAccount()).toMatchObject({
      accountId: 'windward_keystone',
      accountName: 'Northwind Outfitters',
    })
    const groups = await client.listGroups()
    expect(groups.map(({ name }) => name)).toEqual(['Production warehouse', 'People and marketing'])
    expect(await client.readDestination(groups[0]?.externalId ?? '')).toMatchObject({
      service: 'postgres_warehouse',
      setupState: 'connected',
    })
    expect(await client.readDestination('no_such_group')).toBeNull()

    const { connections, unreadable } = await client.listConnections()
    expect(unreadable).toEqual([])
    expect(connections.filter(({ service }) => service !== 'fivetran_log')).toHaveLength(6)
    expect(connections.find(({ service }) => service === 'salesforce')).toMatchObject({
      externalId: 'amber_harbor',
      schemaName: 'salesforce',
      paused: false,
      setupState: 'connected',
      succeededAt: expect.any(Date),
    })
    expect(connections.find(({ setupState }) => setupState === 'broken')?.tasks[0]).toMatchObject({
      code: expect.any(String),
    })
    expect(await client.readConnection('amber_harbor')).toMatchObject({ externalId: 'amber_harbor' })
  })

  it('reads the stored config, which lists touched columns only, and the whole table from the source', async () => {
    const config = await client.readSchemaConfig('amber_harbor')
    if (config === 'absent') throw new Error('no schema config')
    const contact = config.schemas.salesforce?.tables.contact
    expect(contact).toMatchObject({ enabled: true, supportsColumns: true })
    expect(contact?.columns.email).toBeUndefined()
    const columns = await client.readSourceColumns('amber_harbor', 'salesforce', 'contact')
    expect(columns).toMatchObject({
      email: { enabled: true, hashed: false },
      id: { primaryKey: true, lock: { code: 'system' } },
    })
    expect(await client.readSourceColumns('amber_harbor', 'salesforce', 'Contact')).toBe('absent')
  })

  it('tells a wrong key and an unknown connection apart', async () => {
    const stranger = openClient({ ...KEY, apiSecret: 'not-the-secret' })
    await expect(stranger.readAccount()).rejects.toThrow(CredentialsRefusedError)
    await stranger.close()
    await expect(client.readConnection('no_such_connection')).rejects.toThrow(NotFoundError)
    await expect(client.readSchemaConfig('no_such_connection')).rejects.toThrow(NotFoundError)
    await expect(client.readSourceColumns('no_such_connection', 's', 't')).rejects.toThrow(NotFoundError)
  })

  it('sees a source’s new column after a reload, which starts no sync', async () => {
    await command('/scenario/step', {})
    const before = await client.readConnection('amber_harbor')
    expect(await client.reloadSchemaConfig('amber_harbor')).toMatchObject({
      schemas: { salesforce: expect.anything() },
    })
    expect(await client.readSourceColumns('amber_harbor', 'salesforce', 'contact')).toHaveProperty('secondary_email')
    expect((await client.readConnection('amber_harbor')).succeededAt).toEqual(before.succeededAt)
  })
})

describe('edits', () => {
  it('hash one column with exactly one small request, and read back', async () => {
    const sent = await client.sendEdit('amber_harbor', edit({ columns: [contactEmail] }))
    expect(sent).toMatchObject({ method: 'PATCH', status: 200, tookMs: expect.any(Number) })
    expect(await readEffects()).toEqual([{ method: 'PATCH', path: sent.path, body: { enabled: true, hashed: true } }])
    const config = await client.readSchemaConfig('amber_harbor')
    expect(config).toMatchObject({
      schemas: { salesforce: { tables: { contact: { columns: { email: { hashed: true } } } } } },
    })
  })

  it('of every width arrive as described', async () => {
    const wide = edit({
      columns: [contactEmail],
      tables: [{ schema: 'salesforce', table: 'lead', enabled: false }],
      changeHandling: 'allow-columns',
    })
    const edits: ConnectionEdit[] = [
      edit({ columns: [contactEmail, { ...contactEmail, column: 'phone' }] }),
      wide,
      { kind: 'pause', paused: true },
      { kind: 'pause', paused: false },
    ]
    const sent = []
    for (const one of edits) sent.push(await client.sendEdit('amber_harbor', one))
    expect(await readEffects()).toEqual(sent.map(({ method, path, body }) => ({ method, path, body })))
    expect(await client.readSchemaConfig('amber_harbor')).toMatchObject({
      changeHandling: 'allow-columns',
      schemas: {
        salesforce: { tables: { lead: { enabled: false }, contact: { columns: { phone: { hashed: true } } } } },
      },
    })
  })

  it('that the service refuses change nothing and carry its words', async () => {
    const key = { ...contactEmail, column: 'id', enabled: false }
    await expect(client.sendEdit('amber_harbor', edit({ columns: [key] }))).rejects.toMatchObject({
      vendorMessage: expect.stringContaining('Primary Key'),
    })
    const wrongCase = { ...contactEmail, column: 'Email' }
    await expect(client.sendEdit('amber_harbor', edit({ columns: [wrongCase] }))).rejects.toThrow(NotFoundError)
    expect(await readEffects()).toEqual([])
  })

  it('trigger a sync whose end shows in succeededAt', async () => {
    const before = await client.readConnection('amber_harbor')
    await client.startSync('amber_harbor')
    await expect
      .poll(async () => (await client.readConnection('amber_harbor')).succeededAt?.getTime(), { timeout: 10_000 })
      .toBeGreaterThan(before.succeededAt?.getTime() ?? 0)
  })
})

describe('faults', () => {
  it('of reads pass unseen', async () => {
    for (const fault of [{ kind: 'status', status: 500 }, { kind: 'drop-reply' }, { kind: 'truncate' }]) {
      await command('/faults', { route: 'GET /v1/account', ...fault })
    }
    expect(await client.readAccount()).toMatchObject({ accountId: 'windward_keystone' })
  })

  it.each([
    ['drop-reply', 1],
    ['truncate', 1],
    ['hang', 1],
  ])('%s after a write: of unknown outcome, done once, found by reading back', async (kind, effects) => {
    await command('/faults', { route: 'PATCH /v1/connections', kind })
    await expect(client.sendEdit('amber_harbor', edit({ columns: [contactEmail] }))).rejects.toThrow(
      OutcomeUnknownError,
    )
    expect(await readEffects()).toHaveLength(effects)
  })

  it('obey Retry-After, for writes by rejecting', async () => {
    await command('/faults', { route: '/v1/connections', kind: 'retry-after', retryAfterSeconds: 1 })
    const startedMs = Date.now()
    await client.readConnection('amber_harbor')
    expect(Date.now() - startedMs).toBeGreaterThanOrEqual(1_000)
    await command('/faults', { route: 'PATCH /v1/connections', kind: 'retry-after', retryAfterSeconds: 38 })
    const refused = client.sendEdit('amber_harbor', { kind: 'pause', paused: true })
    await expect(refused).rejects.toThrow(RateLimitedError)
    await expect(refused).rejects.toMatchObject({ retryAfterSeconds: 38 })
    expect(await readEffects()).toEqual([])
  })
})

describe('webhooks', () => {
  let receiver: Server
  const deliveries: { body: Buffer; signature: string | null }[] = []
  let status = 200

  beforeEach(async () => {
    deliveries.length = 0
    status = 200
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        const signature = request.headers[SIGNATURE_HEADER]
        deliveries.push({ body: Buffer.concat(chunks), signature: typeof signature === 'string' ? signature : null })
        response.writeHead(status).end()
      })
    })
    receiver.listen(0, '127.0.0.1')
    await once(receiver, 'listening')
  })
  afterEach(() => {
    receiver.closeAllConnections()
    receiver.close()
  })
  const address = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`

  it('are registered, deliver what we can verify and read, and are removed', async () => {
    const secret = 'hook-secret'
    const webhook = await client.createWebhook({ url: address(), events: ['sync_end'], secret })
    expect(await client.listWebhooks()).toEqual([
      { webhookId: webhook.webhookId, url: address(), events: ['sync_end'], active: true },
    ])
    deliveries.length = 0
    await client.startSync('amber_harbor')
    await expect.poll(() => deliveries.length, { timeout: 10_000 }).toBeGreaterThan(0)
    const [delivery] = deliveries
    if (!delivery) throw new Error('nothing was delivered')
    expect(checkSignature(delivery.body, delivery.signature, ['newer-secret', secret])).toBe(true)
    expect(checkSignature(delivery.body, delivery.signature, ['newer-secret'])).toBe(false)
    expect(parseDelivery(delivery.body)).toMatchObject({
      outcome: 'parsed',
      delivery: {
        event: 'sync_end',
        connectionExternalId: 'amber_harbor',
        connectionName: 'salesforce',
        status: 'SUCCESSFUL',
      },
    })
    await client.deleteWebhook(webhook.webhookId)
    await client.deleteWebhook(webhook.webhookId)
    expect(await client.listWebhooks()).toEqual([])
  })

  it('whose probe fails are refused in the service’s words', async () => {
    status = 500
    await expect(client.createWebhook({ url: address(), events: ['sync_end'], secret: 's' })).rejects.toThrow(
      InvalidRequestError,
    )
    await expect(client.createWebhook({ url: address(), events: ['sync_end'], secret: 's' })).rejects.toThrow(
      /Failed to call webhook endpoint/,
    )
    expect(await client.listWebhooks()).toEqual([])
  })
})
