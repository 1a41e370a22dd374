import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection, ProfileRun } from '@/generated/prisma/client'
import { executeApplyRun } from '@/lib/control-loop/apply/services/execute-apply-run'
import { refreshAccount } from '@/lib/control-loop/connection/services/refresh-account'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { draftByPerson } from '@/lib/control-loop/proposal/services/draft-by-person'
import { captureSnapshot } from '@/lib/control-loop/snapshot/services/capture-snapshot'
import { apply, approve } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { cancelProfiles } from './cancel-profiles'
import { profileConnection } from './profile-connection'
import { readCheck } from './read-check'
import { readConnectionProfiles, readTableProfile } from './read-profiles'
import { readQuality } from './read-quality'
import { readTableChecks } from './read-table-checks'
import { requestProfile } from './request-profile'
import { runChecks } from './run-checks'
import { switchProfiling } from './switch-profiling'

let loop: Loop
let connection: Connection
let warehouse: Client

beforeAll(async () => {
  loop = await startLoop()
  const ctx = loop.as('admin')
  const account = await loop.db.fivetranAccount.findFirstOrThrow()
  await refreshAccount(ctx, account.id)
  connection = await loop.db.connection.findFirstOrThrow({ where: { service: 'postgres' } })
  await captureSnapshot(ctx, { connectionId: connection.id, trigger: 'poll' })
  warehouse = new Client({ connectionString: loop.warehouseUrl })
  await warehouse.connect()
}, 60_000)
afterAll(async () => {
  await warehouse?.end()
  await loop?.stop()
}, 30_000)

const actionsOf = (action: string) => loop.db.auditEvent.count({ where: { action } })

/** Proposes as an engineer, lets stewards approve, and does what was approved. */
async function putThrough(action: Action) {
  const drafted = await draftByPerson(loop.as('engineer'), {
    connectionId: connection.id,
    actions: [action],
    rationale: 'For the test.',
    changeIds: [],
  })
  const first = await approve(loop, drafted.id)
  if (first.approvals < first.approvalsNeeded) await approve(loop, drafted.id, 'second')
  const { id: runId } = await apply(loop, drafted.id)
  await executeApplyRun(loop.as('admin'), { runId, workerId: 'test' })
}

/** As if a sync had ended now. */
const sync = () => loop.db.connection.update({ where: { id: connection.id }, data: { succeededAt: new Date() } })

describe('measurements a person asks for', () => {
  it('are planned by makers, switched by deciders, cancelled whole, and every turn is on the record', async () => {
    await expect(switchProfiling(loop.as('engineer'), connection.id, true)).rejects.toThrow()
    await expect(requestProfile(loop.as('viewer'), { connectionId: connection.id })).rejects.toThrow()
    await switchProfiling(loop.as('steward'), connection.id, true)
    expect(await actionsOf('profiling.switched')).toBe(1)
    const planned = await readConnectionProfiles(connection.id)
    expect(planned).toMatchObject({ profilesTables: true, hasWarehouse: true, running: 0 })
    expect(planned.planned).toBeGreaterThan(1)
    const { cancelled } = await cancelProfiles(loop.as('engineer'), { connectionId: connection.id })
    expect(cancelled).toBe(planned.planned)
    const { planned: again } = await requestProfile(loop.as('engineer'), { connectionId: connection.id })
    expect(again).toBe(planned.planned)
    await expect(
      requestProfile(loop.as('engineer'), { connectionId: connection.id, schema: 'no', table: 'such' }),
    ).rejects.toThrow(/No such table/)
    await profileConnection(loop.as('admin'), connection.id)
    const after = await readConnectionProfiles(connection.id)
    expect(after.tables.map(({ run }) => run.state)).toEqual(after.tables.map(() => 'measured'))
    expect(await actionsOf('profile.measured')).toBe(1)
  }, 30_000)
})

describe('a check', () => {
  it('is suggested, accepted by others, looks after each sync, fires, and asks for a pause where it blocks', async () => {
    const fullest = await loop.db.profileRun.findFirstOrThrow({
      where: { state: 'measured', rows: { gte: 50 } },
      orderBy: { rows: 'desc' },
    })
    const path = placeOf(fullest)
    const { suggestions } = await readTableChecks(path)
    const size = suggestions.find(({ terms }) => terms.promise.kind === 'row-count')
    const filled = suggestions.find(({ terms }) => terms.promise.kind === 'not-null')
    if (!size || !filled || filled.terms.promise.kind !== 'not-null') throw new Error('No such suggestion')
    expect(filled.backTest).toMatchObject({ told: 1, alarms: 0, alarmsPerMonth: null })
    expect((await readQuality(loop.as('viewer'), { days: 14 })).cover.held).toBe(0)

    await putThrough({ kind: 'add-check', ...tableOf(path), check: { ...filled.terms, blocking: true } })
    const column = filled.terms.promise.column
    const [held] = (await readTableChecks(path)).checks
    expect(held).toMatchObject({ title: `\`${column}\` is not empty`, state: 'not-run', last: null, acceptedBy: 'Ada' })
    expect((await readTableChecks(path)).suggestions.map(({ key }) => key)).not.toContain(filled.key)

    const look = () => runChecks(loop.as('admin'), { connectionId: connection.id, isAsked: false })
    await look()
    // Nothing was synced since: the second look finds nothing due.
    await look()
    expect(await loop.db.checkResult.findMany()).toMatchObject([{ outcome: 'passed', failing: 0n }])

    const rows = `"${fullest.destinationSchema}"."${fullest.destinationTable}"`
    await warehouse.query(`ALTER TABLE ${rows} ALTER COLUMN "${column}" DROP NOT NULL`).catch(() => undefined)
    await warehouse.query(`UPDATE ${rows} SET "${column}" = NULL WHERE ctid IN (SELECT ctid FROM ${rows} LIMIT 3)`)
    await sync()
    await look()
    const overview = await readQuality(loop.as('viewer'), { days: 14 })
    expect(overview.counts).toMatchObject({ all: 1, failing: 1 })
    expect(overview.items[0]).toMatchObject({ state: 'failing', last: { failing: 3 }, strip: ['passed', 'failed'] })
    expect(await actionsOf('check.failed')).toBe(1)
    const pauses = await loop.db.proposal.findMany({
      where: { authorKind: 'rule', table: null },
      include: { revisions: true },
    })
    expect(pauses.map(({ revisions }) => revisions[0]?.actions)).toContainEqual([{ kind: 'pause-connection' }])

    await warehouse.query(
      `UPDATE ${rows} SET "${column}" = (SELECT "${column}" FROM ${rows} WHERE "${column}" IS NOT NULL LIMIT 1) WHERE "${column}" IS NULL`,
    )
    await sync()
    await look()
    expect((await readQuality(loop.as('viewer'), { days: 14 })).recovered).toHaveLength(1)
    expect(await actionsOf('check.recovered')).toBe(1)
    if (!held) throw new Error('The check is gone')
    expect((await readCheck(loop.as('viewer'), held.id, 1)).results.map(({ outcome }) => outcome)).toEqual([
      'passed',
      'failed',
      'passed',
    ])

    await putThrough({ kind: 'retire-check', ...tableOf(path), check: held.terms })
    expect((await readTableChecks(path)).checks).toEqual([])
    await expect(
      putThrough({
        kind: 'add-check',
        ...tableOf(path),
        check: { ...filled.terms, promise: { kind: 'not-null', column: 'no_such', failingShareMax: 0 } },
      }),
    ).rejects.toThrow(/no column/)
    expect((await readTableProfile(path)).history.length).toBeGreaterThan(1)
  }, 60_000)
})

function placeOf({ connectionId, schema, table }: ProfileRun) {
  return { connectionId, schema, table }
}

function tableOf({ schema, table }: { schema: string; table: string }) {
  return { schema, table }
}
