import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection, Destination } from '@/generated/prisma/client'
import { readFivetranSettings } from '@/lib/control-loop/connection/services/read-fivetran-settings'
import { saveWarehouse } from '@/lib/control-loop/connection/services/save-warehouse'
import { testWarehouse } from '@/lib/control-loop/connection/services/test-warehouse'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { overrideEnv } from '@/lib/platform/config/override-env'
import { testFolder } from '@/lib/platform/config/test-folder'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { createSealKey } from '@/lib/platform/secrets/create-seal-key'
import { diffTrees } from '../domain/diff-trees'
import { suggestRenames } from './suggest-renames'

/** The names share no word: only the rows can tell. */
const treeOf = (columns: Parameters<typeof makeTable>[0]) =>
  makeTree({ customer: makeTable(columns, { destinationName: 'customer' }) }, {}, { destinationName: 'orders' })
const base = treeOf({ id: {}, tel: {}, city: {} })
const revision = treeOf({ id: {}, contact_no: {}, region: {} })
const changes = diffTrees(base, revision)

const folder = mkdtempSync(join(testFolder(), 'renames-'))
const file = (name: string) => join(folder, name)
let test: TestDatabase
let ctx: ServiceContext
let connection: Connection
let restore: () => void

const withDestination = async (): Promise<Connection & { destination: Destination }> =>
  test.db.connection.findUniqueOrThrow({ where: { id: connection.id }, include: { destination: true } })
const suggest = async () => suggestRenames(await withDestination(), changes, revision)

/** Gives the test's own database to Headgate as the warehouse, and lets the worker's part test it. */
async function giveWarehouse(port?: number) {
  const url = new URL(test.url)
  await saveWarehouse(ctx, connection.destinationId, {
    host: url.hostname,
    port: port ?? Number(url.port),
    database: url.pathname.slice(1),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: false,
  })
  await testWarehouse(ctx, connection.destinationId)
  return (await readFivetranSettings(ctx, 'https://headgate.example.com')).destinations[0]
}

beforeAll(async () => {
  test = await withTestDatabase()
  await createSealKey(file('seal.key'), file('seal.pub'))
  writeFileSync(file('webhook.key'), Buffer.alloc(32, 1).toString('base64'))
  restore = overrideEnv({
    DATABASE_URL: test.url,
    APP_ORIGIN: 'https://headgate.example.com',
    SEAL_PRIVATE_KEY_FILE: file('seal.key'),
    SEAL_PUBLIC_KEY_FILE: file('seal.pub'),
    WEBHOOK_KEY_FILE: file('webhook.key'),
    ALLOW_PRIVATE_ADDRESSES: '127.0.0.0/8,::1/128',
  })
  ctx = contextOf(await seedPerson('Ada', 'admin'), new Date('2026-11-12T10:42:00Z'))
  const { destination } = await seedDestination()
  connection = await seedConnection(destination, 'orders')
  await test.db.$executeRaw`CREATE SCHEMA orders`
  await test.db.$executeRaw`
    CREATE TABLE orders.customer AS
    SELECT n AS id, '+49 30 ' || (1000000 + n) AS tel,'4930' || (1000000 + n) AS contact_no, 'city ' || n AS city, 'region ' || n % 7 AS region
    FROM generate_series(1, 200) AS n`
})
afterAll(async () => {
  restore()
  rmSync(folder, { recursive: true })
  await test.drop()
})

describe('suggestRenames', () => {
  it('sees nothing in names that share no word', async () => {
    expect(await suggest()).toEqual([])
  })

  it('finds the pair whose rows hold the same values, once it may read them', async () => {
    expect(await giveWarehouse()).toMatchObject({ warehouseState: 'connected', warehouseConfigured: true })
    const [rename, ...rest] = await suggest()
    expect(rest).toEqual([])
    expect(rename).toMatchObject({ schema: 'public', table: 'customer', from: 'tel', to: 'contact_no' })
    expect(rename?.evidence).toContainEqual({
      verdict: 'for',
      text: 'Rows hold the same value in both',
      measure: '200 of 200',
    })
  })

  it('asks no more about a pair that a person called two columns', async () => {
    const pair = { schema: 'public', table: 'customer', from: 'tel', to: 'contact_no' }
    await test.db.renameDecision.create({
      data: { connectionId: connection.id, ...pair, same: false, decidedBy: 'Ada' },
    })
    expect(await suggest()).toEqual([])
    await test.db.renameDecision.deleteMany()
  })

  it('goes on without rows when the warehouse does not answer, and says so in the settings', async () => {
    const settings = await giveWarehouse(1)
    expect(settings).toMatchObject({ warehouseState: 'unreachable', warehouseHint: expect.stringMatching(/:1\//) })
    expect(JSON.stringify(settings)).not.toContain('password')
    expect(await suggest()).toEqual([])
  })
})
