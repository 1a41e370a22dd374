import { z } from 'zod'
import type { Action } from './action'
import { actionSchema } from './action'
import { drafterSchema } from './evidence'

/** Days of reviews a track record looks at. */
export const trackRecordDays = 90

/** What became of decided proposals of the same drafter and kind. Counts, in place of a drafter's own confidence. */
export const trackRecordSchema = z.object({
  drafter: drafterSchema.shape.source,
  /** The leading action's kind. */
  kind: z.enum(actionSchema.options.map((option) => option.shape.kind.value)),
  /** Approved as it was drafted. */
  accepted: z.number(),
  /** Approved after somebody edited its actions. */
  edited: z.number(),
  rejected: z.number(),
  /** All three together: never 0. */
  decided: z.number(),
  days: z.number(),
})
export type TrackRecord = z.infer<typeof trackRecordSchema>

/** The kind a proposal is counted under: its first action that is more than bookkeeping. null for no actions. */
export function leadingKind(actions: readonly Action[]): Action['kind'] | null {
  const told = actions.find(({ kind }) => kind !== 'accept-changes')
  return (told ?? actions[0])?.kind ?? null
}

/** “46 of 48 like this were accepted in 90 days”. */
export function describeTrackRecord({ accepted, decided, days }: TrackRecord): string {
  return `${accepted} of ${decided} like this ${decided === 1 ? 'was' : 'were'} accepted in ${days} days`
}
