/**
 * True for columns the mover of the data adds itself: they are no fact of the source and never part of a comparison.
 * Takes the name in the destination or at the source; both spellings occur.
 */
export function isSystemColumn(name: string): boolean {
  const lower = name.toLowerCase()
  return lower.startsWith('_fivetran_') || lower.endsWith('_fivetran_id')
}
