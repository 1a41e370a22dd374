import type { ChangeHandling } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** What a connection does with new things at the source: the choice, and what follows from it. */
export const changeHandlingWords: Record<ChangeHandling, { word: string; consequence: string }> = {
  'allow-all': { word: 'Allow all', consequence: 'new tables and columns come in' },
  'allow-columns': { word: 'Allow columns', consequence: 'new tables stay off, new columns come in' },
  'block-all': { word: 'Block all', consequence: 'new tables and columns stay off until someone includes them' },
}
