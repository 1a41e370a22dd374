import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { actionSchema } from '@/lib/control-loop/proposal/domain/action'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { draftHashing } from '@/lib/control-loop/proposal/services/draft-hashing'
import { gatherSignals } from '@/lib/control-loop/proposal/services/gather-signals'
import { reviseProposal } from '@/lib/control-loop/proposal/services/revise-proposal'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { readConnectionSchema } from '@/lib/control-loop/snapshot/services/read-connection-schema'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { classFlipsSchema } from '../contract'
import type { DataClass } from '../domain/data-class'
import { classifyColumns } from './classify-columns'
import { classifyConnection } from './classify-connection'
import { decideClass } from './decide-class'
import { decideClassFlips } from './decide-class-flips'
import { listClassFlips } from './list-class-flips'
import { reclassifyConnection } from './reclassify-connection'
import { recogniserVersion } from './recogniser-version'
import { undoClass } from './undo-class'

const now = new Date('2026-11-12T10:42:00Z')
const place = { schema: 'public', table: 'customer' }
const tools = { classifier: { classify: classifyColumns }, modelDrafter: null }
const customer = { id: { primaryKey: true }, email: {}, shade: {}, _fivetran_synced: {} }

let test: TestDatabase
let ctx: ServiceContext
let connection: Connection
let round = 0

beforeAll(async () => {
  test = await withTestDatabase()
  ctx = contextOf(await seedPerson('Ada', 'steward'), now)
})
beforeEach(async () => {
  await test.db.columnClass.deleteMany()
  await test.db.connection.updateMany({ data: { removedAt: now } })
  const { destination } = await seedDestination()
  round += 1
  connection = await seedConnection(destination, `pg_orders_${round}`)
  await seedSnapshot(ctx, connection, makeTree({ customer: makeTable(customer), shop: makeTable({ id: {} }) }))
  await classifyConnection(connection.id)
})
afterAll(() => test.drop())

const refOf = (column: string) => ({ connectionId: connection.id, ...place, column })
const decide = (column: string, dataClass: DataClass | null) => decideClass(ctx, { ...refOf(column), class: dataClass })
const rowOf = (column: string) =>
  test.db.columnClass.findUniqueOrThrow({ where: { connectionId_schema_table_column: refOf(column) } })

/** As if rules of an older number had said this of the column. */
async function judgedBefore(column: string, said: DataClass | null, standing: DataClass | null = said) {
  await test.db.columnClass.update({
    where: { connectionId_schema_table_column: refOf(column) },
    data: { recogniserVersion: recogniserVersion - 1, recognisedClass: said, dataClass: standing },
  })
}

describe('a decision', () => {
  it('outlives every later judgement, and says so as its evidence', async () => {
    expect(await rowOf('email')).toMatchObject({ dataClass: 'email', sensitive: true, decidedBy: null })
    await decide('email', null)
    const again = await classifyColumns(connection.id, [{ ...place, column: 'email' }])
    expect(again.get('public.customer.email')).toMatchObject({
      class: null,
      sensitive: false,
      evidence: [{ text: 'Ada decided it' }],
    })
    await judgedBefore('email', 'email', null)
    await reclassifyConnection(connection.id)
    expect(await rowOf('email')).toMatchObject({
      dataClass: null,
      sensitive: false,
      recognisedClass: 'email',
      decidedBy: 'Ada',
      recogniserVersion,
      freshEvidence: null,
    })
  })

  it('feeds risk and the schema page', async () => {
    const actions = ['email', 'shade'].map((column) => ({
      kind: 'set-column-hashed' as const,
      ...place,
      column,
      hashed: false,
    }))
    await decide('email', null)
    await decide('shade', 'health')
    const { signals } = await gatherSignals(connection.id, actions)
    expect([...signals.sensitivePaths]).toEqual(['public.customer.shade'])
    const { classes } = await readConnectionSchema(connection.id)
    expect(classes).toEqual({ 'public.customer.shade': { class: 'health', measure: null } })
  })

  it('is recorded, and is taken back to what the rules say', async () => {
    await decide('email', 'username')
    await undoClass(ctx, refOf('email'))
    expect(await rowOf('email')).toMatchObject({
      dataClass: 'email',
      sensitive: true,
      decidedBy: null,
      decidedAt: null,
    })
    await expect(undoClass(ctx, refOf('email'))).rejects.toThrow(/Nobody decided/)
    const events = await test.db.auditEvent.findMany({
      where: { objectId: connection.id, action: { startsWith: 'class.' } },
      orderBy: { seq: 'asc' },
    })
    expect(events.map(({ action, detail }) => [action, detail])).toMatchObject([
      ['class.decided', { before: 'email', after: 'username' }],
      ['class.undone', { before: 'username', after: 'email', decidedBy: 'Ada' }],
    ])
  })

  it('is refused to an engineer, for a column that is not there, and for one Fivetran adds', async () => {
    const engineer = { ...ctx, actor: { ...ctx.actor, role: 'engineer' as const } }
    const asked = decideClass(engineer, { ...refOf('email'), class: null })
    await expect(asked).rejects.toThrow(/a steward or an admin/)
    await expect(decide('ghost', null)).rejects.toThrow(/no such column/)
    await expect(decide('toString', null)).rejects.toThrow(/no such column/)
    await expect(decide('_fivetran_synced', 'email')).rejects.toThrow(/adds this column itself/)
  })

  it('before any recogniser looked is kept when one does, and leaves nothing when undone', async () => {
    await test.db.columnClass.deleteMany()
    await decide('shade', 'health')
    await decide('email', 'phone')
    await undoClass(ctx, refOf('shade'))
    expect(await test.db.columnClass.count({ where: refOf('shade') })).toBe(0)
    await classifyConnection(connection.id)
    expect(await rowOf('email')).toMatchObject({ dataClass: 'phone', recognisedClass: 'email', freshEvidence: null })
  })

  it('keeps no half of a decision', async () => {
    const half = test.db.columnClass.update({
      where: { connectionId_schema_table_column: refOf('email') },
      data: { decidedBy: 'Ada' },
    })
    await expect(half).rejects.toThrow(/column_class_decision_is_whole/)
  })
})

describe('drafting', () => {
  const hashes = (actions: unknown) => JSON.stringify(actions).includes('set-column-hashed')

  async function addColumns() {
    const grown = { ...customer, work_email: {}, tint: {} }
    const snapshotId = await seedSnapshot(
      ctx,
      connection,
      makeTree({ customer: makeTable(grown), shop: makeTable({ id: {} }) }),
    )
    await recordChanges(ctx, { connectionId: connection.id, snapshotId })
  }
  async function openDrafts(): Promise<Record<string, boolean>> {
    const open = await test.db.proposal.findMany({
      where: { connectionId: connection.id, state: { not: 'superseded' } },
      include: { revisions: true },
    })
    return Object.fromEntries(
      open.map(({ column, revisions }) => [column ?? '', hashes(revisions.at(-1)?.actions)] as const).sort(),
    )
  }

  it('follows what a person said before', async () => {
    await addColumns()
    await decide('work_email', null)
    await decide('tint', 'health')
    await draftForConnection(ctx, connection.id, tools)
    expect(await openDrafts()).toEqual({ tint: true, work_email: false })
  })

  it('answers anew what it had drafted without knowing it', async () => {
    await addColumns()
    await draftForConnection(ctx, connection.id, tools)
    expect(await openDrafts()).toEqual({ tint: false, work_email: true })
    await decide('work_email', null)
    await decide('tint', 'health')
    await draftForConnection(ctx, connection.id, tools)
    expect(await openDrafts()).toEqual({ tint: true, work_email: false })
  })

  it('proposes to hash what lands in plain text once a person says it is sensitive, and takes that back with the word', async () => {
    await decide('shade', 'health')
    await draftHashing(ctx, connection.id, { ...place, column: 'shade' })
    await draftHashing(ctx, connection.id, { ...place, column: 'shade' })
    await draftHashing(ctx, connection.id, { ...place, column: 'email' })
    expect(await openDrafts()).toEqual({ shade: true })
    await undoClass(ctx, refOf('shade'))
    expect(await openDrafts()).toEqual({})
    await draftHashing(ctx, connection.id, { ...place, column: 'shade' })
    expect(await openDrafts()).toEqual({})
  })

  it('leaves what a person edited', async () => {
    await addColumns()
    await draftForConnection(ctx, connection.id, tools)
    const edited = await test.db.proposal.findFirstOrThrow({
      where: { connectionId: connection.id, column: 'work_email' },
      include: { revisions: true },
    })
    const [drafted] = edited.revisions
    const actions = actionSchema.array().parse(drafted?.actions)
    await reviseProposal(ctx, { proposalId: edited.id, revision: 1, actions, rationale: 'Hash it, said by a person.' })
    await decide('work_email', null)
    const after = await test.db.proposal.findUniqueOrThrow({ where: { id: edited.id } })
    expect(after).toMatchObject({ state: 'in_review', revision: 2 })
  })
})

describe('changed rules', () => {
  it('flip nothing by themselves and list what they would, decided classes apart', async () => {
    await judgedBefore('email', 'phone')
    await decide('shade', 'health')
    await judgedBefore('shade', 'health', 'health')
    await reclassifyConnection(connection.id)
    expect(await rowOf('email')).toMatchObject({ dataClass: 'phone', recognisedClass: 'phone', freshClass: 'email' })
    const { groups } = classFlipsSchema.parse(await listClassFlips())
    expect(groups).toMatchObject([
      { from: 'health', to: null, isDecided: true, columns: 1, examples: [{ column: 'shade', decidedBy: 'Ada' }] },
      { from: 'phone', to: 'email', isDecided: false, columns: 1, examples: [{ column: 'email', decidedBy: null }] },
    ])
  })

  it('are followed for a whole group, or not, and do not ask again', async () => {
    await judgedBefore('email', 'phone')
    await reclassifyConnection(connection.id)
    const group = { from: 'phone' as const, to: 'email' as const, isDecided: false }
    expect(await decideClassFlips(ctx, { ...group, accept: true })).toMatchObject({ decided: 1, remaining: 0 })
    expect(await rowOf('email')).toMatchObject({ dataClass: 'email', recognisedClass: 'email', decidedBy: 'Ada' })
    await undoClass(ctx, refOf('email'))
    await judgedBefore('email', 'phone')
    await reclassifyConnection(connection.id)
    await decideClassFlips(ctx, { ...group, accept: false })
    expect(await rowOf('email')).toMatchObject({ dataClass: 'phone', recognisedClass: 'email', freshEvidence: null })
    await judgedBefore('email', 'email', 'phone')
    await reclassifyConnection(connection.id)
    expect((await listClassFlips()).groups).toEqual([])
  })

  it('leave a decision with who made it when it is kept', async () => {
    const other = contextOf(await seedPerson(`Mei${round}`, 'admin'), now)
    await decide('shade', 'health')
    await judgedBefore('shade', 'health', 'health')
    await reclassifyConnection(connection.id)
    await decideClassFlips(other, { from: 'health', to: null, isDecided: true, accept: false })
    expect(await rowOf('shade')).toMatchObject({ dataClass: 'health', decidedBy: 'Ada', freshEvidence: null })
  })

  it('say nothing new while they have not changed', async () => {
    await test.db.columnClass.updateMany({ data: { dataClass: 'phone', recognisedClass: 'phone' } })
    await reclassifyConnection(connection.id)
    expect((await listClassFlips()).groups).toEqual([])
  })
})
