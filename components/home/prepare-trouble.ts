import type { ConnectionStateKind } from '@/components/ui/connection-state'
import { formatSpan } from '@/components/ui/format-time'
import type { ConnectionSummary } from '@/lib/control-loop/connection/contract'

export type Trouble = { state: ConnectionStateKind; word: string | undefined }

/** A connection that needs a look in; its glyph and the fewest words out. The reason has its own line. */
export function prepareTrouble(
  connection: Pick<ConnectionSummary, 'health' | 'healthDetail' | 'ageMinutes' | 'freshnessTargetMinutes'>,
): Trouble {
  const { health, healthDetail, ageMinutes, freshnessTargetMinutes } = connection
  if (health === 'removed') return { state: 'incomplete', word: 'Removed in Fivetran' }
  if (health === 'late' && ageMinutes !== null && ageMinutes > freshnessTargetMinutes) {
    return { state: 'late', word: `Late by ${formatSpan((ageMinutes - freshnessTargetMinutes) * 60_000)}` }
  }
  if (health === 'applying') {
    const run = /R-\d+/.exec(healthDetail ?? '')?.[0]
    return { state: 'applying', word: run ? `Applying ${run}` : undefined }
  }
  return { state: health, word: undefined }
}
