import { z } from 'zod'
import { findMaterial } from '../find-material'
import type { TaskAnswerer } from './task-answerer'

const material = z.array(z.object({ ref: z.string(), kind: z.string(), path: z.string(), severity: z.string() })).min(1)

/** What a kind of change means for whoever reads the data. */
const EFFECTS: readonly [RegExp, string][] = [
  [/removed/, 'Whatever reads it fails or shows nothing from the next sync on.'],
  [/narrowed|type-changed/, 'Casts and comparisons downstream may fail or round.'],
  [/widened/, 'Old values stay readable; columns downstream may be too narrow for the new ones.'],
  [/key/, 'Joins and merges on the key may double or lose rows until they follow.'],
  [/added/, 'Nothing that exists breaks; it lands once somebody takes it along.'],
]

/** A summary, and one point for each of the first changes. */
export const explainChanges: TaskAnswerer = (prompt) => {
  const changes = findMaterial(prompt, material) ?? []
  const breaking = changes.filter(({ severity }) => severity === 'breaking').map(({ path }) => path)
  const [first, ...rest] = changes
  const others = rest.length > 0 ? ` and ${rest.length} more` : ''
  return {
    summary: first
      ? `${first.path}${others} changed. ${breaking.length > 0 ? `Readers of ${breaking.slice(0, 3).join(', ')} break.` : 'Nothing that exists breaks at once.'}`
      : 'Nothing changed.',
    points: changes.slice(0, 12).map(({ ref, kind, path }) => ({
      change: ref,
      effect: `${path}: ${EFFECTS.find(([pattern]) => pattern.test(kind))?.[1] ?? 'Readers should look at it once.'}`,
    })),
    unknown: changes.length > 0 ? 'Names and types do not tell who reads these columns.' : '',
  }
}
