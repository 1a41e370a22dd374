import { z } from 'zod'
import type { ModelPrice, ModelProvider } from '@/generated/prisma/client'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { type Candidate, type ModelSettings, type ProviderView, providerViewSchema } from '../contract'
import { periodsOf, TOTAL } from '../domain/budget'
import { routedTasks } from '../domain/task'
import { DEFAULT_ROUTE } from './find-candidates'

/** A test that took longer than its job may run ended without a word: it is not under way any more. */
const TEST_MINUTES_MAX = 5
const exportKindSchema = z.enum(['off', 'otlp', 'langfuse'])

/** The settings page of models: providers, routes, caps, what is spent, and the stop switch. Of keys only the hint is here. */
export async function readModelSettings(ctx: ServiceContext): Promise<ModelSettings> {
  const { day, month } = periodsOf(ctx.now())
  const [settings, providers, routes, tasks, budgets] = await Promise.all([
    db.modelSettings.findFirstOrThrow(),
    db.modelProvider.findMany({
      include: { prices: { orderBy: { model: 'asc' } } },
      orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    }),
    db.modelRoute.findMany({ orderBy: { position: 'asc' } }),
    db.modelTaskSetting.findMany(),
    db.modelBudget.findMany({ where: { period: { in: [day, month] } } }),
  ])
  const spent = (scope: string, period: string) =>
    Number(budgets.find((row) => row.scope === scope && row.period === period)?.spentMicros ?? 0)
  const routeOf = (task: string): Candidate[] =>
    routes.filter((route) => route.task === task).map(({ providerId, model }) => ({ providerId, model }))
  const isPriced = ({ providerId, model }: Candidate) =>
    providers.some(
      ({ id, enabled, prices }) => id === providerId && enabled && prices.some((price) => price.model === model),
    )
  const total = budgets.find((row) => row.scope === TOTAL && row.period === month)
  return {
    stopped: settings.stoppedAt && {
      at: settings.stoppedAt.toISOString(),
      by: settings.stoppedBy ?? 'Somebody',
      reason: settings.stopReason ?? '',
    },
    dayCapMicros: Number(settings.dayCapMicros),
    monthCapMicros: Number(settings.monthCapMicros),
    concurrencyMax: settings.concurrencyMax,
    samplesAllowed: settings.samplesAllowed,
    retentionDays: settings.retentionDays,
    keepContent: settings.keepContent,
    cacheHours: settings.cacheHours,
    spentDayMicros: spent(TOTAL, day),
    spentMonthMicros: spent(TOTAL, month),
    reservedMicros: Number(total?.reservedMicros ?? 0),
    providers: providers.map(({ prices, ...provider }) => toProviderView(provider, prices, ctx.now())),
    defaultRoute: routeOf(DEFAULT_ROUTE),
    tasks: routedTasks.map((task) => {
      const setting = tasks.find((row) => row.task === task)
      return {
        task,
        enabled: setting?.enabled ?? true,
        dayCapMicros: toNumber(setting?.dayCapMicros),
        monthCapMicros: toNumber(setting?.monthCapMicros),
        candidates: routeOf(task),
        spentDayMicros: spent(task, day),
        spentMonthMicros: spent(task, month),
      }
    }),
    export: {
      kind: exportKindSchema.parse(settings.exportKind),
      endpoint: settings.exportEndpoint,
      headerName: settings.exportHeaderName,
      headerHint: settings.exportHeaderHint,
      withContent: settings.exportWithContent,
      state: settings.exportState,
      stateDetail: settings.exportStateDetail,
      stateAt: settings.exportStateAt?.toISOString() ?? null,
      waiting: await countWaiting(settings.exportSince),
    },
    isReady: settings.stoppedAt === null && routes.some(isPriced),
  }
}

async function countWaiting(since: Date | null): Promise<number> {
  if (!since) return 0
  return db.modelCall.count({ where: { endedAt: { gte: since }, exportedAt: null } })
}

function toNumber(cap: bigint | null | undefined): number | null {
  return cap === null || cap === undefined ? null : Number(cap)
}

function toProviderView(provider: ModelProvider, prices: ModelPrice[], now: Date): ProviderView {
  const startedAt = provider.stateAt?.getTime() ?? 0
  const rests = provider.openUntil !== null && provider.openUntil > now
  return providerViewSchema.parse({
    ...provider,
    keySetAt: provider.keySetAt?.toISOString() ?? null,
    stateAt: provider.stateAt?.toISOString() ?? null,
    testUnderWay: provider.state === 'untested' && now.getTime() - startedAt < TEST_MINUTES_MAX * 60_000,
    restsUntil: rests ? provider.openUntil?.toISOString() : null,
    restReason: rests ? provider.openReason : null,
    prices: prices.map(({ model, inputMicrosPerMillion, outputMicrosPerMillion, isEmbedding }) => ({
      model,
      inputMicrosPerMillion: Number(inputMicrosPerMillion),
      outputMicrosPerMillion: Number(outputMicrosPerMillion),
      isEmbedding,
    })),
  })
}
