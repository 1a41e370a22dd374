import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { Sandbox, type SandboxOptions } from '@/sandbox/sandbox'
import { smallScenario } from '@/sandbox/scenarios/small-scenario'
import { createSandboxServer } from '@/sandbox/server/http-server'
import { MemoryWarehouse } from '@/sandbox/warehouse/memory-warehouse'
import { PostgresWarehouse } from '@/sandbox/warehouse/postgres-warehouse'
import type { Warehouse } from '@/sandbox/warehouse/warehouse'

export interface Answer {
  status: number
  headers: Headers
  // The service's answers are read by tests as they come.
  body: Record<string, unknown>
}

export interface TestSandbox {
  sandbox: Sandbox
  origin: string
  /** Calls the API signed in; `headers` overrides, an empty value removes. */
  api: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  command: (method: string, path: string, body?: unknown) => Promise<Answer>
  close: () => Promise<void>
}

/** Starts a sandbox on a free port. Syncs take no time; the destination is memory unless a warehouse is given. */
export async function startTestSandbox(overrides: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const sandbox = await Sandbox.open({
    scenario: smallScenario(),
    seed: null,
    faultSeed: null,
    stateFile: null,
    warehouse: new MemoryWarehouse(),
    warehouseUrl: null,
    apiKey: 'test-key',
    apiSecret: 'test-secret',
    modelKey: 'test-model-key',
    webhookAllowHttp: true,
    syncDurationMs: 0,
    plan: 'paid',
    ...overrides,
  })
  const server = createSandboxServer(sandbox)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  sandbox.startClock()
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const authorization = `Basic ${Buffer.from('test-key:test-secret').toString('base64')}`
  return {
    sandbox,
    origin,
    api: (method, path, body, headers = {}) => {
      const sent = {
        authorization,
        accept: 'application/json;version=2',
        'content-type': 'application/json',
        ...headers,
      }
      const kept = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== ''))
      return call(`${origin}${path}`, method, kept, body)
    },
    command: (method, path, body) =>
      call(`${origin}/sandbox${path}`, method, { 'content-type': 'application/json' }, body),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await sandbox.close()
    },
  }
}

async function call(url: string, method: string, headers: Record<string, string>, body: unknown): Promise<Answer> {
  const response = await fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

export interface TestWarehouse {
  warehouse: Warehouse
  url: string | null
  drop: () => Promise<void>
}

/** A throw-away database where TEST_DATABASE_URL or DATABASE_URL names a server; memory otherwise. */
export async function openTestWarehouse(): Promise<TestWarehouse> {
  const server = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL
  if (!server) return { warehouse: new MemoryWarehouse(), url: null, drop: async () => undefined }
  const name = `sandbox_test_${randomBytes(6).toString('hex')}`
  const url = new URL(server)
  url.pathname = `/${name}`
  url.search = ''
  const drop = async () => {
    const client = new Client({ connectionString: server })
    await client.connect()
    await client.query(`drop database if exists "${name}" with (force)`)
    await client.end()
  }
  return { warehouse: await PostgresWarehouse.open(url.toString()), url: url.toString(), drop }
}
