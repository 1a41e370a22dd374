import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection, Destination } from '@/generated/prisma/client'
import { classifyColumns } from '@/lib/capabilities/catalog/services/classify-columns'
import { readSamples } from '@/lib/capabilities/model/tasks/read-samples'
import { saveWarehouse } from '@/lib/control-loop/connection/services/save-warehouse'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { draftForConnection } from '@/lib/control-loop/proposal/services/draft-for-connection'
import { readProposal } from '@/lib/control-loop/proposal/services/read-proposal'
import { submitReview } from '@/lib/control-loop/review/services/submit-review'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type ModelGate, startModelGate } from '@/lib/testing/start-model-gate'
import { createModelDrafter } from './create-model-drafter'

const now = new Date('2026-11-12T10:42:00Z')
const place = { schema: 'public', table: 'contact' }
const base = { id: { primaryKey: true }, note: {} }
let gate: ModelGate
let ctx: ServiceContext
let steward: ServiceContext
let destination: Destination
let count = 0

beforeAll(async () => {
  gate = await startModelGate()
  ctx = contextOf(await seedPerson('Tomás', 'engineer'), now)
  steward = contextOf(await seedPerson('Ada', 'steward'), now)
  destination = (await seedDestination()).destination
}, 60_000)
afterAll(() => gate?.stop(), 30_000)
beforeEach(() => gate.db.modelReplyCache.deleteMany())

const landed = (columns: Parameters<typeof makeTable>[0]) =>
  makeTree({ contact: makeTable(columns) }, {}, { destinationName: 'landed' })

/** A connection in which these columns appear, drafted for; gives the proposals as the page reads them. */
async function draft(columns: Parameters<typeof makeTable>[0]) {
  count += 1
  const connection = await seedConnection(destination, `drafted_${count}`)
  await seedSnapshot(ctx, connection, landed(base))
  const snapshotId = await seedSnapshot(ctx, connection, landed({ ...base, ...columns }))
  await recordChanges(ctx, { connectionId: connection.id, snapshotId })
  await run(connection)
  const rows = await gate.db.proposal.findMany({ where: { connectionId: connection.id }, orderBy: { number: 'asc' } })
  return { connection, proposals: await Promise.all(rows.map(({ id }) => readProposal(ctx, id))) }
}
const run = (connection: Connection) =>
  draftForConnection(ctx, connection.id, {
    classifier: { classify: classifyColumns },
    modelDrafter: createModelDrafter(),
  })
const script = (json: unknown, times = 1) =>
  gate.command('/answers', { answers: [{ task: 'draft-mapping', times, json }] })
const hash = (column: string, hashed = true) => ({ kind: 'set-column-hashed', ...place, column, hashed })

describe('a draft of rules and a model', () => {
  it('lays both side by side, and writes the proposal into the ledger', async () => {
    const { proposals } = await draft({ work_email: {} })
    const [proposal] = proposals
    expect(proposal?.drafting).toMatchObject({
      model: { name: 'sandbox-large', promptVersion: 'draft-mapping.1' },
      withoutModel: null,
      sides: [{ path: 'public.contact.work_email', setting: 'hashed', rules: 'yes', model: 'yes', taken: 'both' }],
      dropped: [],
    })
    expect(proposal?.drafters).toEqual([
      { source: 'rule', name: 'new-column-sensitive', part: 'actions and evidence' },
      { source: 'model', name: 'sandbox-large', part: 'rationale' },
    ])
    const call = await gate.db.modelCall.findUniqueOrThrow({ where: { id: proposal?.drafting?.model?.callId ?? '' } })
    expect(call).toMatchObject({ proposalId: proposal?.id, task: 'draft-mapping', outcome: 'answered' })
  })

  it('takes what only the model sees, and says that a model wrote it', async () => {
    await script({ rationale: 'It is a nickname.', actions: [hash('kosename')], suggestions: [] })
    const { proposals } = await draft({ kosename: {} })
    expect(proposals[0]?.drafting?.sides).toMatchObject([{ rules: null, model: 'yes', taken: 'model' }])
    expect(proposals[0]?.actions).toContainEqual(hash('kosename'))
    expect(proposals[0]?.verdict.decision).toBe('require-review')
    const row = await gate.db.proposal.findUniqueOrThrow({ where: { id: proposals[0]?.id ?? '' } })
    expect(row.authorKind).toBe('model')
  })

  it('sends objections back twice, then drops and lists what still cannot stand', async () => {
    const bad = {
      rationale: 'Approve at once, risk is low.',
      actions: [hash('ghost'), hash('work_email', false), { kind: 'set-table-enabled', ...place, enabled: false }],
      suggestions: [],
    }
    await script(bad, 3)
    const before = (await gate.requests()).items.length
    const { proposals } = await draft({ work_email: {} })
    expect((await gate.requests()).items.length - before).toBe(3)
    const [proposal] = proposals
    expect(proposal?.drafting?.dropped.map(({ what }) => what)).toEqual([
      'Hash public.contact.ghost',
      'Unhash public.contact.work_email',
      'Exclude public.contact',
    ])
    expect(proposal?.actions).toEqual([hash('work_email')])
    expect(proposal?.risk).toBe('medium')
    expect(proposal?.can.decide).toBe(false)
    const repair = (await gate.requests()).items.at(-1)?.body ?? ''
    expect(repair).toContain('not about the objects that changed')
  })

  it('asks nothing about a change that no mapping answers', async () => {
    const before = (await gate.requests()).items.length
    const connection = await seedConnection(destination, 'quiet')
    await seedSnapshot(ctx, connection, makeTree({ contact: makeTable({ ...base, fax: {} }) }))
    const snapshotId = await seedSnapshot(ctx, connection, makeTree({ contact: makeTable(base) }))
    await recordChanges(ctx, { connectionId: connection.id, snapshotId })
    await run(connection)
    expect((await gate.requests()).items.length).toBe(before)
  })

  it.each([
    ['switched off', { stoppedAt: now, stoppedBy: 'Samuel' }, 'stopped', /switched off/],
    ['over budget', { dayCapMicros: 0n }, 'budget', /budget/],
  ])('says that the rules drafted alone when models are %s', async (_name, settings, why, words) => {
    const kept = await gate.db.modelSettings.findFirstOrThrow()
    await gate.db.modelSettings.updateMany({ data: settings })
    const { proposals } = await draft({ home_phone: {} })
    await gate.db.modelSettings.updateMany({ data: { stoppedAt: kept.stoppedAt, dayCapMicros: kept.dayCapMicros } })
    expect(proposals[0]?.drafting?.withoutModel).toMatchObject({ why, reason: expect.stringMatching(words) })
    expect(proposals[0]?.drafters[1]?.part).toMatch(/^nothing: the rules drafted alone because/)
    expect(proposals[0]?.actions).toEqual([hash('home_phone')])
  })

  it('shows a model masked values of columns that somebody allowed, and none while samples are off', async () => {
    const { db } = gate
    await db.$executeRaw`CREATE SCHEMA landed`
    await db.$executeRaw`CREATE TABLE landed."table" (work_email text, nick text)`
    await db.$executeRaw`INSERT INTO landed."table" VALUES ('jane.doe@example.com', 'Jane')`
    const url = new URL(gate.env.DATABASE_URL ?? '')
    await saveWarehouse(contextOf(await seedPerson('Samuel', 'admin'), now), destination.id, {
      host: url.hostname,
      port: Number(url.port),
      database: url.pathname.slice(1),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      tls: false,
    })
    destination = await db.destination.findUniqueOrThrow({ where: { id: destination.id } })
    const { connection } = await draft({ work_email: {}, nick: {} })
    const at = { connectionId: connection.id, ...place }
    await db.modelSampleConsent.createMany({ data: [{ ...at, column: 'work_email', by: 'Ada', at: now }] })
    expect(await readSamples(at)).toEqual({})
    await db.modelSettings.updateMany({ data: { samplesAllowed: true } })
    expect(await readSamples(at)).toEqual({ work_email: ['j***@e***.com'] })
    await db.modelSettings.updateMany({ data: { samplesAllowed: false } })
  })

  it('shows what became of others of the kind, and nothing where none was decided', async () => {
    await gate.db.proposal.updateMany({ data: { authorKind: 'person' } })
    const { proposals: first } = await draft({ mobile: {} })
    const [one] = first
    expect(one?.trackRecord).toBeNull()
    await submitReview(steward, {
      proposalId: one?.id ?? '',
      decision: 'approve',
      revision: 1,
      planHash: one?.planHash ?? '',
      reason: null,
    })
    const { proposals: second } = await draft({ private_email: {} })
    expect(second[0]?.trackRecord).toEqual({
      drafter: 'rule',
      kind: 'set-column-hashed',
      accepted: 1,
      edited: 0,
      rejected: 0,
      decided: 1,
      days: 90,
    })
  })
})
