import type { SpendOfDay } from '@/components/charts/prepare-spend-by-day'
import type { Usage } from '@/lib/capabilities/model/contract'
import type { MeteredTask } from '@/lib/capabilities/model/domain/task'
import { taskOrder } from './task-words'

/** Proposals that answers fed, and what people did with them. */
export type Acceptance = { decided: number; accepted: number; reverted: number }

export type TaskUsage = Acceptance & {
  task: MeteredTask
  /** Models whose answers fed proposals, and the versions of the prompt. */
  models: string[]
  calls: number
  costMicros: number
  /** What an accepted proposal cost; null before the first. */
  perAcceptedMicros: number | null
  errors: number
  cacheHits: number
  p95Ms: number | null
}

export type UsageHead = Acceptance & {
  perAcceptedMicros: number | null
  /** Answers the checker could not use, of all calls. */
  refused: number
  calls: number
}

const none: Acceptance = { decided: 0, accepted: 0, reverted: 0 }

function sumAcceptance(rows: readonly Acceptance[]): Acceptance {
  return rows.reduce(
    (sum, row) => ({
      decided: sum.decided + row.decided,
      accepted: sum.accepted + row.accepted,
      reverted: sum.reverted + row.reverted,
    }),
    none,
  )
}

const perAccepted = (costMicros: number, accepted: number) => (accepted === 0 ? null : costMicros / accepted)

/** Tasks that made calls, in the order of the stack, each with what it cost and what people did with what it drafted. */
export function prepareTaskRows(usage: Usage): TaskUsage[] {
  return taskOrder.flatMap((name) => {
    const task = usage.tasks.find((row) => row.task === name)
    if (!task || task.calls === 0) return []
    const rows = usage.acceptance.filter((row) => row.task === name)
    const acceptance = sumAcceptance(rows)
    return {
      ...acceptance,
      task: name,
      models: [...new Set(rows.map(({ model }) => model))],
      calls: task.calls,
      costMicros: task.costMicros,
      perAcceptedMicros: perAccepted(task.costMicros, acceptance.accepted),
      errors: task.errors,
      cacheHits: task.cacheHits,
      p95Ms: task.latencyP95Ms,
    }
  })
}

/** The page's headline numbers. Only the cost of tasks that feed proposals is spread over accepted ones. */
export function prepareHead(usage: Usage): UsageHead {
  const acceptance = sumAcceptance(usage.acceptance)
  const feeding = new Set(usage.acceptance.map(({ task }) => task))
  const cost = usage.tasks.filter(({ task }) => feeding.has(task)).reduce((sum, { costMicros }) => sum + costMicros, 0)
  return {
    ...acceptance,
    perAcceptedMicros: perAccepted(cost, acceptance.accepted),
    refused: usage.errors.find(({ outcome }) => outcome === 'invalid')?.calls ?? 0,
    calls: usage.tasks.reduce((sum, { calls }) => sum + calls, 0),
  }
}

/** Rows of the API in, spend by day and task out; of one task only when one is asked for. */
export function prepareSpendDays(usage: Usage, task: MeteredTask | null): SpendOfDay[] {
  const days = new Map<string, Record<string, number>>()
  for (const row of usage.byDay) {
    if (task !== null && row.task !== task) continue
    const tasks = days.get(row.day) ?? {}
    tasks[row.task] = (tasks[row.task] ?? 0) + row.costMicros
    days.set(row.day, tasks)
  }
  return [...days].map(([day, tasks]) => ({ day, tasks }))
}

/** A share in whole percent with its n, "71 %"; "none yet" of none. Small shares keep a digit: 1.5 % is not 2 %. */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return 'none yet'
  const percent = (part / whole) * 100
  return `${percent > 0 && percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`
}
