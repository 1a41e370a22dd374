import { Client } from 'pg'
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

  it('show their step and keep their lease while the table is being measured', async () => {
    const ctx = loop.as('admin')
    const { id, destinationSchema, destinationTable } = await loop.db.profileRun.findFirstOrThrow({
      where: { state: 'measured' },
    })
    await loop.db.profileRun.update({ where: { id }, data: { state: 'planned', finishedAt: null, stepsDone: 0 } })
    await loop.db.columnProfile.deleteMany({ where: { runId: id } })
    // Two holders take turns: the profile comes through its count of rows, and then waits with its first step.
    const [first, second] = [1, 2].map(() => new Client({ connectionString: loop.warehouseUrl }))
    if (!first || !second) throw new Error('two holders are needed')
    const lock = async (holder: Client) => {
      await holder.query('BEGIN')
      const table = `${holder.escapeIdentifier(destinationSchema)}.${holder.escapeIdentifier(destinationTable)}`
      await holder.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`)
    }
    const waiting = (count: number) =>
      loop.until(`${count} waiting for the table`, async () => {
        const { rows } = await first.query(
          'SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT l.granted AND d.datname = current_database()',
        )
        return rows.length >= count
      })
    try {
      await Promise.all([first.connect(), second.connect()])
      await lock(first)
      const begun = new Date()
      const measuring = profileConnection(ctx, connection.id)
      await waiting(1)
      const locked = lock(second)
      await waiting(2)
      await first.query('COMMIT')
      await locked
      const seen = await loop.until('a step of the run', () =>
        loop.db.profileRun.findFirst({ where: { id, state: 'running', step: { not: null } } }),
      )
      expect(seen.stepsPlanned).toBeGreaterThan(0)
      expect(seen.leaseUntil?.getTime()).toBeGreaterThan(begun.getTime())
      await second.query('COMMIT')
      await measuring
      expect(await loop.db.profileRun.findUniqueOrThrow({ where: { id } })).toMatchObject({
        state: 'measured',
        step: null,
      })
    } finally {
      await Promise.all([first.end(), second.end()])
    }
  })
})
