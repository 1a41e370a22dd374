import { expect, test } from 'vitest'
import type { FieldMove } from '@/lib/control-loop/apply/domain/plan-step'
import { describeMoves } from './prepare-moves'

const move = (field: FieldMove['field'], before: string, after: string): FieldMove => ({
  path: 'a',
  field,
  before,
  after,
})

test.each<[FieldMove[], string]>([
  [[], ''],
  [[move('hashed', 'no', 'yes')], 'plain → hashed'],
  [[move('hashed', 'no', 'yes'), move('hashed', 'no', 'yes')], 'plain → hashed, 2'],
  [[move('paused', 'unknown', 'yes')], 'unknown → paused'],
  [[move('synced', 'no', 'yes'), move('hashed', 'no', 'yes')], '2 fields'],
  [[move('sync mode', 'live', 'history')], 'live → history'],
])('%#', (moves, words) => {
  expect(describeMoves(moves)).toBe(words)
})
