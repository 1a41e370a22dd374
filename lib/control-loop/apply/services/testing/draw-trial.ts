import { type CrashPoint, crashPoints } from '@/lib/platform/jobs/crash-point'
import { seeded } from './seeded'

/** What happens beside the kill. `moved`: somebody edits the object after its approval. `limited` and `refused`: the service's answer. `stopped`: a person stops the run. `ignored`: the service says yes and does nothing. */
export type TrialKind = 'plain' | 'moved' | 'limited' | 'refused' | 'stopped' | 'ignored' | 'create' | 'catalog'
export interface Trial {
  number: number
  kind: TrialKind
  /** A named point, or so many milliseconds after the worker was sent on its way. */
  kill: { at: CrashPoint } | { afterMs: number }
  /** Chooses among columns and values. */
  pick: (below: number) => number
}

/** Points that only this kind of run passes. */
const kindOfPoint: Partial<Record<CrashPoint, TrialKind>> = {
  'before-stale': 'moved',
  'before-give-back': 'limited',
  'before-failed': 'refused',
  'before-cancel': 'stopped',
  'in-adopt': 'create',
  'in-catalog': 'catalog',
}
const kindsOfKills: readonly TrialKind[] = ['plain', 'plain', 'plain', 'moved', 'create', 'catalog', 'limited']

/**
 * The trials of a lane in order: `kills` at a random moment within `spanMs`, then each of the points `times` times. The same seed and number give the same trial;
 * where a random moment falls in the run is the machine's.
 */
export function drawTrial(input: { seed: number; number: number; kills: number; spanMs: number }): Trial {
  const pick = seeded(input.seed, input.number)
  const common = { number: input.number, pick }
  if (input.number < input.kills) {
    const kind = kindsOfKills[pick(kindsOfKills.length)] ?? 'plain'
    return { ...common, kind, kill: { afterMs: pick(input.spanMs) } }
  }
  const at = crashPoints[(input.number - input.kills) % crashPoints.length] ?? 'after-claim'
  return { ...common, kind: kindOfPoint[at] ?? 'plain', kill: { at } }
}
