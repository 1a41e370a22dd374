import { Prisma } from '@/generated/prisma/client'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { Usage } from '../contract'
import { periodsOf, TOTAL } from '../domain/budget'
import { callErrors, callOutcomeSchema } from '../domain/call-outcome'
import { type MeteredTask, meteredTaskSchema } from '../domain/task'
import { readAcceptance } from './read-acceptance'

const DAY_MS = 86_400_000

/** One grouping of the ledger: how many, what they cost, what went wrong, and how long 95 of 100 took at most. Cached answers count as calls and not in time. */
const figures = Prisma.sql`
  count(*)::int AS calls,
  coalesce(sum(cost_micros), 0)::float8 AS "costMicros",
  (count(*) FILTER (WHERE outcome IN (${Prisma.join([...callErrors])})))::int AS errors,
  (count(*) FILTER (WHERE cached))::int AS "cacheHits",
  coalesce(sum(input_tokens), 0)::float8 AS "inputTokens",
  coalesce(sum(output_tokens), 0)::float8 AS "outputTokens",
  percentile_cont(0.95) WITHIN GROUP (ORDER BY took_ms) FILTER (WHERE NOT cached) AS "latencyP95Ms"`

interface Figures {
  calls: number
  costMicros: number
  errors: number
  cacheHits: number
  inputTokens: number
  outputTokens: number
  latencyP95Ms: number | null
}

/** Cost against budgets, errors, latency and acceptance over the last days, today among them. Days are UTC. */
export async function readUsage(ctx: ServiceContext, days: number): Promise<Usage> {
  const now = ctx.now()
  const { day, month } = periodsOf(now)
  const from = new Date(Date.parse(`${day}T00:00:00Z`) - (days - 1) * DAY_MS)
  const since = Prisma.sql`at >= ${from} AND outcome <> 'in-flight'`
  const [settings, taskSettings, budgets, tasks, byDay, byModel, errors, acceptance] = await Promise.all([
    db.modelSettings.findFirstOrThrow(),
    db.modelTaskSetting.findMany(),
    db.modelBudget.findMany({ where: { period: { in: [day, month] } } }),
    db.$queryRaw<(Figures & { task: string })[]>`SELECT task, ${figures} FROM model_call WHERE ${since} GROUP BY task`,
    db.$queryRaw<(Figures & { task: string; day: string })[]>`
      SELECT task, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, ${figures}
      FROM model_call WHERE ${since} GROUP BY task, day ORDER BY day, task`,
    db.$queryRaw<(Figures & { model: string; provider: string })[]>`
      SELECT model, coalesce(provider_name, '') AS provider, ${figures}
      FROM model_call WHERE ${since} AND model IS NOT NULL GROUP BY model, provider_name ORDER BY "costMicros" DESC, model`,
    db.$queryRaw<{ outcome: string; calls: number }[]>`
      SELECT outcome, count(*)::int AS calls FROM model_call
      WHERE ${since} AND outcome <> 'answered' GROUP BY outcome ORDER BY calls DESC, outcome`,
    readAcceptance(from),
  ])
  const budgetOf = (scope: string, period: string, cap: bigint | null | undefined) => {
    const row = budgets.find((budget) => budget.scope === scope && budget.period === period)
    return {
      spentMicros: Number(row?.spentMicros ?? 0),
      reservedMicros: Number(row?.reservedMicros ?? 0),
      capMicros: cap === null || cap === undefined ? null : Number(cap),
    }
  }
  return {
    from: from.toISOString().slice(0, 10),
    to: day,
    total: { day: budgetOf(TOTAL, day, settings.dayCapMicros), month: budgetOf(TOTAL, month, settings.monthCapMicros) },
    tasks: tasksToShow(tasks, taskSettings).map((task) => {
      const found = tasks.find((row) => row.task === task)
      const setting = taskSettings.find((row) => row.task === task)
      return {
        task,
        day: budgetOf(task, day, setting?.dayCapMicros),
        month: budgetOf(task, month, setting?.monthCapMicros),
        calls: found?.calls ?? 0,
        costMicros: found?.costMicros ?? 0,
        errors: found?.errors ?? 0,
        cacheHits: found?.cacheHits ?? 0,
        latencyP95Ms: found?.latencyP95Ms ?? null,
      }
    }),
    byDay: byDay.map(({ day, task, calls, costMicros, errors }) => ({
      day,
      task: meteredTaskSchema.parse(task),
      calls,
      costMicros,
      errors,
    })),
    byModel: byModel.map(({ cacheHits: _cacheHits, ...row }) => row),
    errors: errors.map(({ outcome, calls }) => ({ outcome: callOutcomeSchema.parse(outcome), calls })),
    acceptance,
  }
}

/** Tasks that were asked or have a cap, dearest first. */
function tasksToShow(
  used: readonly { task: string; costMicros: number }[],
  settings: readonly { task: string; dayCapMicros: bigint | null; monthCapMicros: bigint | null }[],
): MeteredTask[] {
  const capped = settings.filter(({ dayCapMicros, monthCapMicros }) => dayCapMicros !== null || monthCapMicros !== null)
  const names = [...[...used].sort((one, other) => other.costMicros - one.costMicros), ...capped].map(
    ({ task }) => task,
  )
  return [...new Set(names)].map((task) => meteredTaskSchema.parse(task))
}
