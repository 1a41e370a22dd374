import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { z } from 'zod'
import { saveCredentials } from '@/lib/control-loop/connection/services/save-credentials'
import { saveWarehouse } from '@/lib/control-loop/connection/services/save-warehouse'
import { receiveWebhook } from '@/lib/control-loop/webhook/services/receive-webhook'
import { createPerson } from '@/lib/platform/auth/services/create-person'
import { testServerUrl } from '@/lib/platform/config/env'
import { overrideEnv } from '@/lib/platform/config/override-env'
import { testFolder } from '@/lib/platform/config/test-folder'
import { type ServiceContext, systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import type { Db } from '@/lib/platform/db/client'
import { withTestDatabase } from '@/lib/platform/db/test-database'
import { createSealKey } from '@/lib/platform/secrets/create-seal-key'
import { type RunningProcess, startProcess, until } from './start-process'
import { sandboxKey, startSandbox, type TestSandbox } from './start-sandbox'

const groupsSchema = z.object({ data: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }) })

type Role = 'viewer' | 'engineer' | 'steward' | 'admin'

export interface Loop {
  db: Db
  sandbox: TestSandbox
  /** A context as a signed-in person of that role. */
  as(role: Role, which?: 'first' | 'second'): ServiceContext
  /** Starts a worker process; `crashAt` names a crash point. */
  startWorker(options?: { crashAt?: string }): RunningProcess
  until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T>
  warehouseUrl: string
  /** The environment of a worker here, for a program of a test that works as one. */
  workerEnv: Record<string, string>
  stop(): Promise<void>
}

/**
 * The whole loop for service tests: a database of its own, the real sandbox over HTTP with its own warehouse, seeded people, a connected account, and workers as
 * processes that can be killed. Deliveries arrive at a small server that hands the raw bytes to the real intake.
 */
export async function startLoop(
  options: { sandboxFlags?: readonly string[]; workerLeaseMs?: number } = {},
): Promise<Loop> {
  const test = await withTestDatabase()
  const folder = mkdtempSync(join(testFolder(), 'loop-'))
  const files = {
    private: join(folder, 'seal.key'),
    public: join(folder, 'seal.pub'),
    webhook: join(folder, 'webhook.key'),
  }
  await createSealKey(files.private, files.public)
  writeFileSync(files.webhook, randomBytes(32))
  const warehouse = await createWarehouse()
  const sandbox = await startSandbox({
    warehouseUrl: warehouse.url,
    ...(options.sandboxFlags && { flags: options.sandboxFlags }),
  })
  const intake = await startIntake()
  const shared = {
    APP_ORIGIN: `http://localhost:${(intake.address() as AddressInfo).port}`,
    WEBHOOK_KEY_FILE: files.webhook,
    SEAL_PUBLIC_KEY_FILE: files.public,
    LOG_LEVEL: 'warn',
  }
  const worker = {
    ...shared,
    DATABASE_URL: test.url,
    SEAL_PRIVATE_KEY_FILE: files.private,
    ALLOW_PRIVATE_ADDRESSES: '127.0.0.0/8,::1/128',
    WORKER_LEASE_MS: String(options.workerLeaseMs ?? 1500),
    NODE_ENV: 'test',
  }
  const restore = overrideEnv(worker)
  const people = await createPeople()
  await saveCredentials(systemContext('seed', createCorrelationId()), {
    name: 'Loop',
    baseUrl: sandbox.url,
    ...sandboxKey,
  })
  await connectWarehouses(test.db, sandbox.url, warehouse.url)
  const workers: RunningProcess[] = []
  return {
    db: test.db,
    sandbox,
    warehouseUrl: warehouse.url,
    workerEnv: worker,
    as: (role, which = 'first') => {
      const person = people.filter((candidate) => candidate.role === role)[which === 'first' ? 0 : 1]
      if (!person) throw new Error(`There is no ${which} ${role}`)
      return {
        actor: { kind: 'user', userId: person.id, name: person.name, role },
        channel: 'web',
        correlationId: createCorrelationId(),
        now: () => new Date(),
      }
    },
    startWorker: ({ crashAt } = {}) => {
      const started = startProcess(['--import', 'tsx', 'lib/worker/main.ts'], {
        ...worker,
        ...(crashAt && { WORKER_CRASH_AT: crashAt }),
      })
      workers.push(started)
      return started
    },
    until: (what, look) =>
      until(what, look, {
        withinMs: 25_000,
        explain: () => workers.map((started) => started.output().slice(-4000)).join('\n'),
      }),
    stop: async () => {
      await Promise.all(workers.map((started) => started.stop()))
      await sandbox.stop()
      intake.close()
      intake.closeAllConnections()
      await test.drop()
      await warehouse.drop()
      restore()
    },
  }
}

/** Gives both destinations their warehouse before the first reading, as the settings page would. */
async function connectWarehouses(db: Db, sandboxUrl: string, warehouseUrl: string) {
  const account = await db.fivetranAccount.findFirstOrThrow()
  const authorization = `Basic ${Buffer.from(`${sandboxKey.apiKey}:${sandboxKey.apiSecret}`).toString('base64')}`
  const answer = await fetch(`${sandboxUrl}/v1/groups`, { headers: { authorization, accept: 'application/json' } })
  const groups = groupsSchema.parse(await answer.json()).data.items
  const url = new URL(warehouseUrl)
  for (const { id, name } of groups) {
    const destination = await db.destination.create({
      data: { accountId: account.id, externalId: id, name, service: 'postgres_warehouse', setupState: 'connected' },
    })
    await saveWarehouse(systemContext('seed', createCorrelationId()), destination.id, {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      tls: false,
    })
  }
}

async function createPeople() {
  const ctx = systemContext('seed', createCorrelationId())
  const cast: [Role, string][] = [
    ['viewer', 'Vera'],
    ['engineer', 'Tomás'],
    ['steward', 'Ada'],
    ['steward', 'Priya'],
    ['admin', 'Samuel'],
  ]
  const people: { id: string; name: string; role: Role }[] = []
  for (const [role, name] of cast) {
    const person = await createPerson(ctx, {
      email: `${people.length}-${role}@loop.example`,
      name,
      role,
      password: randomBytes(12).toString('hex'),
    })
    people.push({ id: person.id, name, role })
  }
  return people
}

async function createWarehouse() {
  const name = `warehouse_test_${randomBytes(6).toString('hex')}`
  const run = async (sql: string) => {
    const client = new Client({ connectionString: testServerUrl() })
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }
  await run(`CREATE DATABASE ${name}`)
  const url = new URL(testServerUrl())
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

async function startIntake(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const signature = request.headers['x-fivetran-signature-256']
    const received = await receiveWebhook(systemContext('webhook', createCorrelationId()), {
      accountToken: request.url?.split('/').at(-1) ?? '',
      rawBody: Buffer.concat(chunks),
      signature: typeof signature === 'string' ? signature : null,
    })
    const status = { kept: 200, double: 200, 'unknown-account': 404, 'bad-signature': 401, malformed: 400 }[
      received.outcome
    ]
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return server
}
