import { createHash } from 'node:crypto'
import { evaluators } from '@/lib/capabilities/evaluation/tasks/evaluators'
import type { TaskName } from '@/lib/capabilities/model/domain/task'
import type { ServiceContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { db } from '@/lib/platform/db/client'
import { InvalidInputError } from '@/lib/platform/http/app-error'
import { type EvalFigures, type ScoredCase, scoreAnswers } from '../domain/score-answers'

export type Contender = { kind: 'rules' } | { kind: 'model'; providerId: string; model: string; label: string }

export interface EvaluationRun {
  id: string
  task: TaskName
  model: string
  promptVersion: string
  caseSetHash: string
  cases: number
  figures: EvalFigures
}

/**
 * Measures one contender on labelled cases of a task and stores the figures. A model is asked through the gate, so that every call is metered, bounded and
 * on the record like any other; what the gate refuses counts as not answered. Refuses a case that does not have the task's form, naming its line.
 */
export async function runEvaluation(
  ctx: ServiceContext,
  { task, contender, lines }: { task: TaskName; contender: Contender; lines: readonly unknown[] },
): Promise<EvaluationRun> {
  const evaluator = evaluators[task]
  const cases = lines.map((line, at) => {
    const one = evaluator.read(line)
    if (typeof one === 'string') throw new InvalidInputError(`Case ${at + 1} of ${task}: ${one}`)
    return one
  })
  const startedAt = ctx.now()
  // One thread for all calls of this run, by which the ledger gives what they cost.
  const correlationId = createCorrelationId()
  const scored: ScoredCase[] = []
  for (const one of cases) {
    const started = performance.now()
    const asker = {
      correlationId,
      requestedBy: { kind: 'job' as const, name: 'evaluation' },
      subject: `case ${scored.length + 1} of ${cases.length}`,
      ...(contender.kind === 'model' && { only: { providerId: contender.providerId, model: contender.model } }),
    }
    const answer = await one.ask(contender.kind === 'rules' ? 'rules' : asker)
    scored.push({
      ...answer.scored,
      isUnanswered: answer.isUnanswered,
      tookMs: performance.now() - started,
    })
  }
  const figures = { ...scoreAnswers(scored), ...(await readCost(correlationId)) }
  const model = contender.kind === 'rules' ? 'rules' : contender.label
  const promptVersion = contender.kind === 'rules' ? 'rules' : evaluator.version
  const caseSetHash = createHash('sha256').update(JSON.stringify(lines)).digest('hex')
  const row = { task, model, promptVersion, caseSetHash, cases: cases.length, figures }
  const { id } = await db.modelEvalRun.create({
    data: { ...row, contender: contender.kind, startedAt, finishedAt: ctx.now(), startedBy: ctx.actor.name },
  })
  return { id, ...row }
}

async function readCost(correlationId: string): Promise<Omit<EvalFigures, keyof ReturnType<typeof scoreAnswers>>> {
  const calls = await db.modelCall.findMany({ where: { correlationId } })
  const sum = (read: (call: (typeof calls)[number]) => number | null) =>
    calls.reduce((total, call) => total + (read(call) ?? 0), 0)
  return {
    costMicros: sum(({ costMicros }) => Number(costMicros)),
    calls: calls.length,
    cached: calls.filter(({ cached }) => cached).length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
  }
}
