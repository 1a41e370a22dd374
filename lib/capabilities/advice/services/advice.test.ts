import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Connection } from '@/generated/prisma/client'
import { proposeFromSource } from '@/lib/capabilities/mapping/services/propose-from-source'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type ModelGate, startModelGate } from '@/lib/testing/start-model-gate'
import { type AdviceRequest, subjectOf } from '../domain/advice'
import { answerAdvice } from './answer-advice'
import { readAdvice, readLatestAdvice } from './read-advice'
import { requestAdvice } from './request-advice'

const now = new Date('2026-11-12T10:42:00Z')
let gate: ModelGate
let ctx: ServiceContext
let viewer: ServiceContext
let connection: Connection
let changeId: string

beforeAll(async () => {
  gate = await startModelGate()
  ctx = contextOf(await seedPerson('Tomás', 'engineer'), now)
  viewer = contextOf(await seedPerson('Vera', 'viewer'), now)
  connection = await seedConnection((await seedDestination()).destination, 'crm')
  const columns = { id: { primaryKey: true }, email: {}, stage: {}, updated_at: { type: 'INSTANT' as const } }
  await seedSnapshot(ctx, connection, makeTree({ contact: makeTable({ ...columns, phone: {} }) }))
  const snapshotId = await seedSnapshot(ctx, connection, makeTree({ contact: makeTable({ ...columns, phone_no: {} }) }))
  await recordChanges(ctx, { connectionId: connection.id, snapshotId })
  changeId = (await gate.db.change.findFirstOrThrow({ where: { column: 'phone_no' } })).id
}, 60_000)
afterAll(() => gate?.stop(), 30_000)

/** Asks, lets the worker's service answer, and reads what the page shows. */
async function ask(request: AdviceRequest) {
  const { id, correlationId } = await requestAdvice(ctx, request)
  const job = { jobId: 'j', retryCount: 0, isLastTry: false, signal: new AbortController().signal }
  await answerAdvice({ ...ctx, correlationId, ...job }, id)
  return readAdvice(id)
}
const place = () => ({ connectionId: connection.id, schema: 'public', table: 'contact' })

it('explains a change set by its changes', async () => {
  const { result, model, state } = await ask({ kind: 'explain-changes', changeId })
  expect(state).toBe('answered')
  expect(model).toBe('sandbox-large')
  const points = result?.kind === 'explain-changes' ? result.points : []
  expect(points.map(({ changeId: id }) => id)).toContain(changeId)
})

it('gives an opinion on a rename, and confirms nothing', async () => {
  const { result } = await ask({ kind: 'judge-rename', ...place(), from: 'phone', to: 'phone_no' })
  expect(result).toMatchObject({ kind: 'judge-rename', opinion: 'same' })
  expect(await gate.db.renameDecision.count()).toBe(0)
})

it('suggests classes beside what counts, and replaces nothing', async () => {
  await gate.db.columnClass.create({
    data: {
      ...place(),
      column: 'stage',
      dataClass: 'health',
      sensitive: true,
      evidence: [],
      decidedBy: 'Ada',
      decidedAt: now,
    },
  })
  const { result } = await ask({ kind: 'classify-columns', ...place() })
  const columns = result?.kind === 'classify-columns' ? result.columns : []
  expect(columns.find(({ column }) => column === 'email')).toMatchObject({ classes: ['email'], differs: true })
  expect(columns.find(({ column }) => column === 'stage')).toMatchObject({ recognised: 'health', differs: true })
  const kept = await gate.db.columnClass.findFirstOrThrow({ where: { column: 'stage' } })
  expect(kept).toMatchObject({ dataClass: 'health', decidedBy: 'Ada', freshClass: null })
  expect(await gate.db.columnClass.count()).toBe(1)
})

it.each(['describe-tables', 'advise-sync-mode'] as const)('answers %s of a table and shows it there', async (kind) => {
  const request = { kind, ...place() }
  const { state, callId } = await ask(request)
  expect(state).toBe('answered')
  const latest = await readLatestAdvice({ kind, subject: subjectOf(request) })
  expect(latest).toMatchObject({ advice: { callId }, ready: { ready: true } })
})

it('reads documentation without its values, and the mapping’s own rules map it', async () => {
  const text =
    '## ticket\n- id (integer): key\n- subject (string)\n- updated_at (timestamp)\n\n{"subject": "Jane Doe called"}'
  const advice = await ask({ kind: 'read-source', name: 'Helpdesk', source: 'documentation', text })
  const { items } = await gate.requests()
  expect(items.at(-1)?.body).not.toContain('Jane Doe')
  const answer = await proposeFromSource(ctx, { kind: 'document', adviceId: advice.id })
  expect(answer.source).toMatchObject({ kind: 'document', name: 'Helpdesk' })
  expect(answer.mapping.tables[0]).toMatchObject({ source: 'ticket', key: ['id'], cursor: 'updated_at' })
  const row = await gate.db.modelAdvice.findUniqueOrThrow({ where: { id: advice.id } })
  expect(JSON.stringify(row.request)).not.toContain('Jane Doe')
})

it('asks a question under way once, and says why there is no answer', async () => {
  const request: AdviceRequest = { kind: 'advise-sync-mode', ...place(), table: 'gone' }
  const [one, other] = await Promise.all([requestAdvice(ctx, request), requestAdvice(ctx, request)])
  expect(one.id).toBe(other.id)
  expect(await ask(request)).toMatchObject({ state: 'failed', problem: expect.stringContaining('latest snapshot') })
  await gate.db.modelSettings.updateMany({ data: { stoppedAt: now } })
  const stopped = await ask({ kind: 'describe-tables', ...place() })
  expect(stopped).toMatchObject({ state: 'failed', problem: expect.stringContaining('switched off') })
  await gate.db.modelSettings.updateMany({ data: { stoppedAt: null } })
})

it('is asked by those who may, about what is there', async () => {
  await expect(requestAdvice(viewer, { kind: 'describe-tables', ...place() })).rejects.toThrow()
  const elsewhere = { ...place(), connectionId: '01890000-0000-7000-8000-000000000000' }
  await expect(requestAdvice(ctx, { kind: 'describe-tables', ...elsewhere })).rejects.toThrow(/no such connection/)
})
