import { parseArgs } from 'node:util'
import { evaluatedTaskSchema, evaluatedTasks } from '@/lib/capabilities/evaluation/domain/evaluated-task'
import {
  type Contender,
  type EvaluationRun,
  runEvaluation,
} from '@/lib/capabilities/evaluation/services/run-evaluation'
import { closeModels } from '@/lib/capabilities/model/services/open-model'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { db } from '@/lib/platform/db/client'
import { ownCases, readCases } from './read-cases'

/**
 * How often the rules and configured models are right on labelled cases, side by side: npm run eval -- [--task t] [--rules] [--model provider/model]
 * [--cases folder]. Without --rules and --model the rules and every priced model are measured. Models are asked through the gate: metered, within
 * caps, on the record. Figures are stored, and stand in the console where a task is switched.
 */
const { values } = parseArgs({
  options: {
    task: { type: 'string', multiple: true },
    model: { type: 'string', multiple: true },
    rules: { type: 'boolean', default: false },
    cases: { type: 'string', default: ownCases },
  },
})
const tasks = values.task?.map((task) => evaluatedTaskSchema.parse(task)) ?? evaluatedTasks
const wanted = values.model ?? []
const ctx = systemContext('schedule', createCorrelationId())
try {
  const contenders: Contender[] = [
    ...(values.rules || wanted.length === 0 ? [{ kind: 'rules' as const }] : []),
    ...(wanted.length > 0 || !values.rules ? await findModels(wanted) : []),
  ]
  const runs: EvaluationRun[] = []
  for (const task of tasks) {
    const lines = readCases(values.cases, task)
    if (lines === null) continue
    for (const contender of contenders) runs.push(await runEvaluation(ctx, { task, contender, lines }))
  }
  printRuns(runs)
} finally {
  await closeModels()
  await db.$disconnect()
}

/** The models named `provider/model`, or all that have a price; refuses a name nobody has set up. */
async function findModels(names: readonly string[]): Promise<Contender[]> {
  const providers = await db.modelProvider.findMany({
    where: { enabled: true },
    include: { prices: true },
    orderBy: { position: 'asc' },
  })
  const all = providers.flatMap(({ id, name, prices }) =>
    prices
      .filter((price) => !price.isEmbedding)
      .map(({ model }) => ({ kind: 'model' as const, providerId: id, model, label: `${name}/${model}` })),
  )
  const unknown = names.find((name) => !all.some(({ label }) => label === name))
  if (unknown !== undefined) {
    throw new Error(
      `There is no priced model ${unknown}. Set up: ${all.map(({ label }) => label).join(', ') || 'none'}`,
    )
  }
  return names.length === 0 ? all : all.filter(({ label }) => names.includes(label))
}

function printRuns(runs: readonly EvaluationRun[]): void {
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3))
  console.table(
    runs.map(({ task, model, promptVersion, cases, figures }) => ({
      task,
      model,
      prompt: promptVersion,
      cases,
      'hit@1': share(figures.hitRate1),
      'hit@3': share(figures.hitRate3),
      P: share(figures.precision),
      R: share(figures.recall),
      F1: share(figures.f1),
      unanswered: figures.unanswered,
      'p50 ms': figures.latencyP50Ms.toFixed(1),
      'p95 ms': figures.latencyP95Ms.toFixed(1),
      calls: figures.calls,
      cached: figures.cached,
      'cost $': (figures.costMicros / 1_000_000).toFixed(4),
    })),
  )
}
