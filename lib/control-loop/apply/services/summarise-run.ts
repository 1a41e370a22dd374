import type { ApplyRun, ApplyStep, Connection, Proposal } from '@/generated/prisma/client'
import type { ApplyRunSummary } from '../contract'
import { type PlanStep, planStepSchema } from '../domain/plan-step'

/** Without the baseline: a list must not carry a whole schema per row. */
export const runInclude = {
  connection: { omit: { baseline: true } },
  proposal: true,
  steps: { orderBy: { index: 'asc' } },
} as const
export type RunWithParts = ApplyRun & {
  connection: Omit<Connection, 'baseline'>
  proposal: Proposal
  steps: ApplyStep[]
}

/** One headline for the run's steps that send something, else for all. */
export function titleOf(steps: readonly PlanStep[]): string {
  const outside = steps.filter(({ applyPath }) => applyPath !== 'catalog')
  const [first, ...rest] = outside.length > 0 ? outside : steps
  if (!first) return 'Nothing'
  return rest.length === 0 ? first.title : `${first.title} and ${rest.length} more`
}

/** One row of the list of runs. */
export function summariseRun(run: RunWithParts, nameOf: (userId: string) => string): ApplyRunSummary {
  const steps = run.steps.map(({ step }) => planStepSchema.parse(step))
  return {
    id: run.id,
    number: run.number,
    proposal: { id: run.proposal.id, number: run.proposal.number },
    connection: { id: run.connection.id, name: run.connection.schemaName, service: run.connection.service },
    title: titleOf(steps),
    state: run.state,
    stepsDone: run.steps.filter(({ state }) => state === 'done' || state === 'already-so').length,
    stepsTotal: run.steps.length,
    startedByName: run.startedById ? nameOf(run.startedById) : 'policy',
    createdAt: run.createdAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    problem: run.problem,
  }
}
