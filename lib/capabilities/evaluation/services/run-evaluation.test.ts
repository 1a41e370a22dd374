import { afterAll, beforeAll, expect, it } from 'vitest'
import { evaluatedTasks } from '@/lib/capabilities/evaluation/domain/evaluated-task'
import { sampleInputs } from '@/lib/capabilities/model/tasks/testing/sample-inputs'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { type ModelGate, startModelGate } from '@/lib/testing/start-model-gate'
import { listEvaluations } from './list-evaluations'
import { type Contender, runEvaluation } from './run-evaluation'

const ctx = systemContext('worker', createCorrelationId())
const inputs = sampleInputs('email')
const column = { name: 'email', type: 'STRING', key: false, synced: true, added: true }
const cases: Record<(typeof evaluatedTasks)[number], unknown[]> = {
  'classify-columns': [
    { ...inputs['classify-columns'], id: '1', columns: [{ name: 'email', type: 'STRING', class: 'email' }] },
  ],
  'judge-rename': [{ ...inputs['judge-rename'], id: '1', truth: 'different' }],
  'advise-sync-mode': [{ ...inputs['advise-sync-mode'], id: '1', truth: 'soft-delete' }],
  'describe-tables': [{ ...inputs['describe-tables'], id: '1', truth: {} }],
  'explain-changes': [{ ...inputs['explain-changes'], id: '1', truth: [] }],
  'read-source': [
    {
      id: '1',
      name: 'Shop',
      source: 'ddl',
      text: 'CREATE TABLE item (id bigint PRIMARY KEY, sku text NOT NULL);',
      truth: { item: { fields: { id: 'integer', sku: 'string' }, key: ['id'] } },
    },
  ],
  'draft-mapping': [
    {
      id: '1',
      connector: 'postgres',
      schema: 'app',
      table: 'contact',
      isTableAdded: false,
      synced: true,
      columns: [column],
      truth: [{ kind: 'set-column-hashed', column: 'email', hashed: true }],
    },
  ],
}
let gate: ModelGate
let model: Contender

beforeAll(async () => {
  gate = await startModelGate()
  model = { kind: 'model', providerId: gate.providerId, model: 'sandbox-large', label: 'Sandbox/sandbox-large' }
}, 60_000)
afterAll(() => gate?.stop(), 30_000)

it.each(evaluatedTasks)('measures rules and a model on %s side by side', async (task) => {
  const rules = await runEvaluation(ctx, { task, contender: { kind: 'rules' }, lines: cases[task] })
  const asked = await runEvaluation(ctx, { task, contender: model, lines: cases[task] })
  expect(rules.figures).toMatchObject({ unanswered: 0, calls: 0, costMicros: 0 })
  expect(asked.figures).toMatchObject({ unanswered: 0, calls: 1 })
  expect(asked.figures.costMicros).toBeGreaterThan(0)
  expect(asked.caseSetHash).toBe(rules.caseSetHash)
  if (task === 'draft-mapping' || task === 'read-source' || task === 'classify-columns') {
    expect(rules.figures).toMatchObject({ precision: 1, recall: 1 })
  }
})

it('stores what the page lists: the latest run of each, with the version in use', async () => {
  const { items, versions } = await listEvaluations({ task: 'classify-columns' })
  expect(items.map((item) => item.model).sort()).toEqual(['Sandbox/sandbox-large', 'rules'])
  expect(items.every(({ isCurrent }) => isCurrent)).toBe(true)
  expect(versions).toHaveLength(evaluatedTasks.length)
  await gate.db.modelEvalRun.updateMany({
    where: { contender: 'model' },
    data: { promptVersion: 'classify-columns.0' },
  })
  const after = await listEvaluations({ task: 'classify-columns' })
  expect(after.items.find(({ contender }) => contender === 'model')?.isCurrent).toBe(false)
})

it('counts what the gate refuses as not answered, and costs nothing then', async () => {
  await gate.db.modelSettings.updateMany({ data: { stoppedAt: new Date() } })
  const { figures } = await runEvaluation(ctx, {
    task: 'classify-columns',
    contender: model,
    lines: cases['classify-columns'],
  })
  await gate.db.modelSettings.updateMany({ data: { stoppedAt: null } })
  expect(figures).toMatchObject({ unanswered: 1, recall: 0, costMicros: 0 })
})

it('refuses a case of another form, naming it', async () => {
  const run = runEvaluation(ctx, { task: 'judge-rename', contender: { kind: 'rules' }, lines: [{ id: '1' }] })
  await expect(run).rejects.toThrow(/Case 1 of judge-rename/)
})
