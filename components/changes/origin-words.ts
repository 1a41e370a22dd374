import type { ChangeView } from '@/lib/control-loop/diff/contract'

/** Where a change came from, in a row's words. */
export const originWords: Record<ChangeView['origin'], string> = { source: 'Source', outside: 'Edited in Fivetran' }

/** The same, as a sentence. */
export const originSentences: Record<ChangeView['origin'], string> = {
  source: 'It came from the source.',
  outside: 'Somebody edited it in Fivetran, not through Headgate.',
}
