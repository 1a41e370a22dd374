import type { FieldMove } from '@/lib/control-loop/apply/domain/plan-step'

const words: Record<string, [off: string, on: string]> = {
  synced: ['off', 'synced'],
  hashed: ['plain', 'hashed'],
  'primary key': ['no key', 'key'],
  paused: ['running', 'paused'],
}

function spell(move: FieldMove, value: string): string {
  const pair = words[move.field]
  if (!pair) return value
  return value === 'yes' ? pair[1] : value === 'no' ? pair[0] : value
}

/** "plain → hashed, 5": before and after in words where every move of the step is the same one, else how many fields. */
export function describeMoves(moves: readonly FieldMove[]): string {
  const [first] = moves
  if (!first) return ''
  const one = (move: FieldMove) => `${spell(move, move.before)} → ${spell(move, move.after)}`
  if (moves.some((move) => one(move) !== one(first))) return `${moves.length} fields`
  return moves.length === 1 ? one(first) : `${one(first)}, ${moves.length}`
}
