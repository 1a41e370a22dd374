import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import { refreshAccount } from '@/lib/control-loop/connection/services/refresh-account'
import { captureSnapshot } from '@/lib/control-loop/snapshot/services/capture-snapshot'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { columnProfileSchema, tableProfileSchema } from '../domain/profile/table-profile'
import { claimProfileRun } from './claim-profile-run'
import { planProfiles } from './plan-profiles'
import { profileConnection } from './profile-connection'

let loop: Loop
let connection: Connection

beforeAll(async () => {
  loop = await startLoop()
  const ctx = loop.as('admin')
  const account = await loop.db.fivetranAccount.findFirstOrThrow()
  await refreshAccount(ctx, account.id)
  connection = await loop.db.connection.findFirstOrThrow({ where: { service: 'postgres' } })
  await captureSnapshot(ctx, { connectionId: connection.id, trigger: 'poll' })
}, 60_000)
afterAll(() => loop?.stop(), 30_000)

describe('profiles of a connection', () => {
  it('are planned once for a sync of a watched connection, and kept with no value of a column nobody judged', async () => {
    const ctx = loop.as('admin')
    expect(await planProfiles(ctx, connection.id)).toEqual({ outcome: 'not-watched' })
    await loop.db.connection.update({ where: { id: connection.id }, data: { profilesTables: true } })
    const planned = await planProfiles(ctx, connection.id)
    expect(planned).toEqual({ outcome: 'planned', tables: expect.any(Number) })
    expect(await planProfiles(ctx, connection.id)).toEqual({ outcome: 'nothing-synced' })

    // As if the table had vanished since the snapshot, and as if a worker had died at another.
    const runs = await loop.db.profileRun.findMany({ orderBy: { priority: 'asc' } })
    const [first, gone] = runs
    if (!first || !gone) throw new Error('two tables are needed')
    await loop.db.profileRun.update({ where: { id: gone.id }, data: { destinationTable: 'vanished' } })
    const dead = await claimProfileRun(connection.id, new Date(ctx.now().getTime() - 3_600_000))
    expect(dead).toMatchObject({ id: first.id, state: 'running', fence: 1 })

    await profileConnection(ctx, connection.id)
    const after = await loop.db.profileRun.findMany({ include: { columns: true }, orderBy: { priority: 'asc' } })
    expect(after.map(({ state }) => state)).toEqual(runs.map(({ id }) => (id === gone.id ? 'refused' : 'measured')))
    expect(after.find(({ id }) => id === gone.id)?.refusal).toMatch(/does not have .*vanished/)
    expect(after[0]).toMatchObject({ fence: 2, leaseUntil: null, step: null, stepsDone: expect.any(Number) })
    for (const run of after.filter(({ state }) => state === 'measured')) {
      const columns = run.columns.map(({ profile }) => columnProfileSchema.parse(profile))
      const profile = tableProfileSchema.parse({ ...(run.profile as object), columns })
      expect(BigInt(profile.rows)).toBe(run.rows)
      expect(columns.length).toBeGreaterThan(0)
      const shown = columns.filter(
        ({ column, topValues, min }) => !column.startsWith('_fivetran') && (topValues ?? min) !== null,
      )
      expect(shown).toEqual([])
    }
    expect(after.some(({ rows }) => (rows ?? 0n) > 0n)).toBe(true)
    expect(await planProfiles(ctx, connection.id)).toEqual({ outcome: 'nothing-synced' })
  })
})
