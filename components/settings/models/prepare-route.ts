import type { Candidate, ProviderView } from '@/lib/capabilities/model/contract'
import type { MeteredTask } from '@/lib/capabilities/model/domain/task'

/** A model that may be chosen, or why it may not be asked although it is in a route. */
export type ModelChoice = {
  id: string
  candidate: Candidate
  model: string
  provider: string
  problem: string | null
}

/** One text for one model of one provider. */
export function candidateId({ providerId, model }: Candidate): string {
  return `${providerId} ${model}`
}

/** A model answers, or it makes vectors of texts; a task asks one kind. */
export type ModelUse = 'answers' | 'embeddings'

/** Which kind of model a task asks. */
export function modelUse(task: MeteredTask): ModelUse {
  return task === 'embed-texts' ? 'embeddings' : 'answers'
}

/** Every model of a kind that has a price, in the order of the providers. */
export function modelChoices(providers: readonly ProviderView[], use: ModelUse = 'answers'): ModelChoice[] {
  return providers.flatMap((provider) =>
    provider.prices
      .filter((price) => price.isEmbedding === (use === 'embeddings'))
      .map(({ model }) => {
        const candidate = { providerId: provider.id, model }
        return {
          id: candidateId(candidate),
          candidate,
          model,
          provider: provider.name,
          problem: provider.enabled ? null : 'its provider is not in use',
        }
      }),
  )
}

/** A route in, its models with their names out; one whose provider or price is gone says so and is passed over. */
export function routeOf(
  candidates: readonly Candidate[],
  providers: readonly ProviderView[],
  use: ModelUse = 'answers',
): ModelChoice[] {
  const known = new Map(modelChoices(providers, use).map((choice) => [choice.id, choice]))
  return candidates.map((candidate) => {
    const id = candidateId(candidate)
    const provider = providers.find((one) => one.id === candidate.providerId)
    return (
      known.get(id) ?? {
        id,
        candidate,
        model: candidate.model,
        provider: provider?.name ?? 'a removed provider',
        problem: provider ? 'has no price' : 'its provider is gone',
      }
    )
  })
}

/** The list with one of its entries a place earlier (-1) or later (1); the same list where there is no such place. */
export function moveInRoute(candidates: readonly Candidate[], at: number, step: -1 | 1): Candidate[] {
  const moved = [...candidates]
  const one = moved[at]
  const other = moved[at + step]
  if (!one || !other) return moved
  moved[at] = other
  moved[at + step] = one
  return moved
}
