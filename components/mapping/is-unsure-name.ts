import type { ColumnMapping, ColumnNote } from '@/lib/capabilities/mapping/contract'

/** Below it a proposed name rests on a guess: a short form written out, a word taken for packing. */
const confidenceMin = 0.9

/** True while a column bears the name that was proposed for it, and the proposal is not sure. A name that somebody gave is theirs. */
export function isUnsureName(
  column: Pick<ColumnMapping, 'standardName' | 'enabled'>,
  note: ColumnNote | undefined,
): boolean {
  const best = note?.names[0]
  return best !== undefined && column.enabled && column.standardName === best.name && best.confidence < confidenceMin
}
