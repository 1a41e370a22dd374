import type { ModelProvider } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import type { Price } from '../domain/price'
import type { MeteredTask } from '../domain/task'

/** The route of every task that has none of its own. */
export const DEFAULT_ROUTE = 'default'

/** One model that may answer, with what it costs; null: nobody entered it. */
export interface CandidateModel {
  provider: ModelProvider
  model: string
  price: Price | null
}

/** Who may answer a task, first to last; empty when the task is off, nothing is routed, or every provider is off. */
export async function findCandidates(task: MeteredTask): Promise<CandidateModel[]> {
  const [setting, routes] = await Promise.all([
    db.modelTaskSetting.findUnique({ where: { task } }),
    db.modelRoute.findMany({
      where: { task: { in: [task, DEFAULT_ROUTE] } },
      include: { provider: { include: { prices: true } } },
      orderBy: { position: 'asc' },
    }),
  ])
  if (setting?.enabled === false) return []
  const own = routes.filter((route) => route.task === task)
  // Vectors come from other models than answers: the default route is of no use for them.
  const route = own.length > 0 || task === 'embed-texts' ? own : routes
  return route
    .filter(({ provider }) => provider.enabled)
    .map(({ provider: { prices, ...provider }, model }) => ({ provider, model, price: findPrice(prices, model) }))
}

/** One model by name, routed or not: for a repeat of a call. */
export async function findCandidate(providerId: string, model: string): Promise<CandidateModel | null> {
  const found = await db.modelProvider.findUnique({ where: { id: providerId }, include: { prices: true } })
  if (!found?.enabled) return null
  const { prices, ...provider } = found
  return { provider, model, price: findPrice(prices, model) }
}

interface PriceRow {
  model: string
  inputMicrosPerMillion: bigint
  outputMicrosPerMillion: bigint
}

function findPrice(prices: readonly PriceRow[], model: string): Price | null {
  const row = prices.find((price) => price.model === model)
  if (!row) return null
  return {
    inputMicrosPerMillion: Number(row.inputMicrosPerMillion),
    outputMicrosPerMillion: Number(row.outputMicrosPerMillion),
  }
}
