import type { Candidate, ModelSettings, ProviderView, Usage } from '@/lib/capabilities/model/contract'

export type FallbackState = 'up' | 'untested' | 'rests' | 'refused' | 'away' | 'off'

export type FallbackModel = {
  key: string
  model: string
  provider: string
  residency: string
  state: FallbackState
  /** When it is asked again; null unless it rests. */
  restsUntil: string | null
  calls: number
  errors: number
  p95Ms: number | null
  /** Tasks that alone name it; empty where it stands in the order of all tasks. */
  onlyTasks: number
}

/** Settings and usage in; the models in the order of fallback, then those that only single tasks name, out. */
export function prepareFallback(
  settings: Pick<ModelSettings, 'providers' | 'defaultRoute' | 'tasks' | 'stopped'>,
  usage: Pick<Usage, 'byModel'>,
  now: Date,
): FallbackModel[] {
  const keyOf = ({ providerId, model }: Candidate) => `${providerId} ${model}`
  const general = new Map(settings.defaultRoute.map((candidate) => [keyOf(candidate), candidate]))
  const special = new Map<string, { candidate: Candidate; tasks: number }>()
  for (const candidate of settings.tasks.flatMap(({ candidates }) => candidates)) {
    const key = keyOf(candidate)
    if (!general.has(key)) special.set(key, { candidate, tasks: (special.get(key)?.tasks ?? 0) + 1 })
  }
  const entries = [...[...general.values()].map((candidate) => ({ candidate, tasks: 0 })), ...special.values()]
  return entries.flatMap(({ candidate, tasks }) => {
    const provider = settings.providers.find(({ id }) => id === candidate.providerId)
    if (!provider) return []
    const seen = usage.byModel.find(({ model, provider: name }) => model === candidate.model && name === provider.name)
    const state = stateOf(provider, now)
    return {
      key: keyOf(candidate),
      model: candidate.model,
      provider: provider.name,
      residency: provider.residencyNote,
      state,
      restsUntil: state === 'rests' ? provider.restsUntil : null,
      calls: seen?.calls ?? 0,
      errors: seen?.errors ?? 0,
      p95Ms: seen?.latencyP95Ms ?? null,
      onlyTasks: tasks,
    }
  })
}

function stateOf(provider: ProviderView, now: Date): FallbackState {
  if (!provider.enabled) return 'off'
  if (provider.restsUntil && Date.parse(provider.restsUntil) > now.getTime()) return 'rests'
  if (provider.state === 'connected') return 'up'
  if (provider.state === 'unreachable') return 'away'
  return provider.state
}
