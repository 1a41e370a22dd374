import type { ConnectionStateKind } from '@/components/ui/connection-state'
import type { ConnectionSummary } from '@/lib/control-loop/connection/contract'

export interface PreparedState {
  state: ConnectionStateKind
  /** Replaces the state's own word; undefined keeps it. */
  word: string | undefined
  /** The reason in Fivetran's or our own words, where the word does not say it already. */
  detail: string | null
}

/** How a connection is, in one glyph and the fewest words that name its trouble. */
export function prepareConnectionState(connection: Pick<ConnectionSummary, 'health' | 'healthDetail'>): PreparedState {
  const { health, healthDetail: detail } = connection
  switch (health) {
    case 'broken':
      return { state: 'broken', word: undefined, detail }
    case 'late':
      return { state: 'late', word: detail ? firstSentence(detail).split(';')[0] : undefined, detail }
    case 'applying':
      return {
        state: 'applying',
        word: detail ? `Applying ${/^R-\d+/.exec(detail)?.[0] ?? ''}`.trim() : undefined,
        detail,
      }
    case 'removed':
      return { state: 'incomplete', word: 'Removed in Fivetran', detail }
    default:
      return { state: health, word: undefined, detail }
  }
}

const firstSentence = (text: string) => text.split(/\.(?:\s|$)/)[0] ?? text
