import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { connectionDetailSchema, connectionListQuerySchema, connectionListSchema } from '../contract'
import { editConnection } from './edit-connection'
import { listConnections } from './list-connections'
import { readConnection } from './read-connection'
import { contextOf, seedConnection, seedDestination, seedPerson } from './testing/seed-connection'

const now = new Date('2026-11-12T10:42:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

let test: TestDatabase
let ctx: ServiceContext
const ids: Record<string, string> = {}

async function list(query: object = {}) {
  return connectionListSchema.parse(await listConnections(ctx, connectionListQuerySchema.parse(query)))
}
const namesOf = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name)

beforeAll(async () => {
  test = await withTestDatabase()
  const ada = await seedPerson('Ada', 'steward')
  ctx = contextOf(ada, now)
  const { destination } = await seedDestination()
  const rows = {
    zendesk: { succeededAt: minutesAgo(30), ownerId: ada.id, service: 'zendesk' },
    netsuite: { succeededAt: minutesAgo(400), service: 'netsuite' },
    workday: {
      setupState: 'broken',
      succeededAt: minutesAgo(30),
      tasks: [{ code: 'reconnect', message: 'Token expired.' }],
    },
    adwords: { succeededAt: minutesAgo(10) },
    gone: { removedAt: minutesAgo(60) },
    fivetran_metadata: { service: 'fivetran_log' },
  }
  for (const [name, overrides] of Object.entries(rows)) {
    ids[name] = (await seedConnection(destination, name, overrides)).id
  }
  await test.db.sync.createMany({
    data: Array.from({ length: 30 }, (_, index) => ({
      connectionId: ids.zendesk ?? '',
      endedAt: minutesAgo(30 + index * 60),
      status: index === 3 ? 'failed' : 'successful',
    })),
  })
  await test.db.sync.create({
    data: { connectionId: ids.zendesk ?? '', externalId: 's-stale', startedAt: minutesAgo(200), status: 'running' },
  })
})
afterAll(() => test.drop())

describe('listConnections', () => {
  it('lists the worst first, equal ones by name, without what left the account and what feeds Headgate', async () => {
    const all = await list()
    expect(namesOf(all)).toEqual(['workday', 'netsuite', 'adwords', 'zendesk'])
    expect(all.items[0]).toMatchObject({ health: 'broken', healthDetail: 'Token expired.' })
    expect(all.counts).toEqual({
      all: 4,
      attention: 2,
      mine: 1,
      byHealth: { broken: 1, late: 1, 'on-schedule': 2, removed: 1 },
    })
    expect(all.hidden).toEqual(['fivetran_metadata'])
    expect(all.facets.services).toEqual(['netsuite', 'postgres', 'zendesk'])
  })

  it('walks every row once, page by page, in each order', async () => {
    for (const sort of ['state', 'name', 'freshness', 'proposals'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await list({ sort, limit: 1, ...(cursor && { cursor }) })
        seen.push(...namesOf(page))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen).toEqual(namesOf(await list({ sort })))
      expect(new Set(seen).size).toBe(4)
    }
  })

  it.each([
    [{ filter: 'attention' }, ['workday', 'netsuite']],
    [{ filter: 'mine' }, ['zendesk']],
    [{ state: 'late' }, ['netsuite']],
    [{ state: 'removed' }, ['gone']],
    [{ service: 'netsuite' }, ['netsuite']],
    [{ q: 'ADA' }, ['zendesk']],
    [{ q: 'ext_ad' }, ['adwords']],
    [{ q: 'nothing like it' }, []],
  ])('narrows by %j', async (query, expected) => {
    expect(namesOf(await list(query))).toEqual(expected)
  })

  it('shows the latest 24 syncs, oldest first, without a start that another end overtook', async () => {
    const [zendesk] = (await list({ service: 'zendesk' })).items
    expect(zendesk?.recentSyncs).toHaveLength(24)
    expect(zendesk?.recentSyncs.at(-1)?.endedAt).toBe(minutesAgo(30).toISOString())
    expect(zendesk?.recentSyncs.at(-4)?.status).toBe('failed')
  })
})

describe('editConnection', () => {
  it('changes owner and target with an audit event for each, and nothing when nothing moves', async () => {
    const connectionId = ids.adwords ?? ''
    const steward = await seedPerson('Grace', 'steward')
    await editConnection(ctx, connectionId, { ownerId: steward.id, freshnessTargetMinutes: 90 })
    await editConnection(ctx, connectionId, { ownerId: steward.id, freshnessTargetMinutes: 90 })
    const detail = connectionDetailSchema.parse(await readConnection(ctx, connectionId))
    expect(detail).toMatchObject({ owner: { name: 'Grace' }, freshnessTargetMinutes: 90, underWay: [] })
    const events = await test.db.auditEvent.findMany({ where: { objectId: connectionId }, orderBy: { seq: 'asc' } })
    expect(events.map(({ action }) => action)).toEqual(['connection.owner-changed', 'connection.updated'])
  })

  it('refuses an owner who cannot sign in, and a role that may not write', async () => {
    const connectionId = ids.adwords ?? ''
    const away = await seedPerson('Away', 'steward')
    await test.db.user.update({ where: { id: away.id }, data: { disabledAt: now } })
    await expect(editConnection(ctx, connectionId, { ownerId: away.id })).rejects.toThrow(/can sign in/)
    const viewer = contextOf(await seedPerson('Viv', 'viewer'), now)
    await expect(editConnection(viewer, connectionId, { ownerId: null })).rejects.toThrow(/does not allow/)
  })
})
