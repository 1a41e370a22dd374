import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { recordSyncEnd, recordSyncStart, type SyncEnd } from './record-sync'
import { seedConnection, seedDestination } from './testing/seed-connection'

let test: TestDatabase
let connection: Connection
let made = 0
const at = (second: number) => new Date(Date.UTC(2026, 10, 12, 10, 0, second))

const end = (status: SyncEnd['status'], second: number, externalId: string | null = 's-1') =>
  test.db.$transaction((tx) =>
    recordSyncEnd(tx, { connectionId: connection.id, externalId, endedAt: at(second), status, reason: null }),
  )
const history = () => test.db.sync.findMany({ where: { connectionId: connection.id }, orderBy: { endedAt: 'asc' } })

beforeAll(async () => {
  test = await withTestDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  const { destination } = await seedDestination()
  made += 1
  connection = await seedConnection(destination, `one_${made}`)
})

describe('the history of syncs', () => {
  it.each([
    ['in order', ['failed', 'successful']],
    ['turned round', ['successful', 'failed']],
  ] as const)('keeps the two ends of a promoted type as one success, told %s', async (_name, order) => {
    for (const status of order) await end(status, status === 'failed' ? 10 : 40)
    expect(await history()).toMatchObject([{ externalId: 's-1', status: 'successful', endedAt: at(40) }])
  })

  it('keeps an end once, whether a poll or a delivery told it first', async () => {
    await end('successful', 10, null)
    await end('successful', 10)
    await end('successful', 10, null)
    await end('successful', 10)
    expect(await history()).toMatchObject([{ externalId: 's-1', status: 'successful' }])
  })

  it('lets a start that arrives after its end add nothing but the start', async () => {
    await end('successful', 10)
    await test.db.$transaction((tx) =>
      recordSyncStart(tx, { connectionId: connection.id, externalId: 's-1', startedAt: at(2) }),
    )
    expect(await history()).toMatchObject([{ status: 'successful', startedAt: at(2), endedAt: at(10) }])
  })
})
