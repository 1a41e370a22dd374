import { describe, expect, it } from 'vitest'
import type { Action } from './action'
import { modelActionKinds } from './check-draft'
import { mergeDrafts } from './merge-drafts'

const place = { schema: 's', table: 't', column: 'c' }
const hash = (hashed: boolean): Action => ({ kind: 'set-column-hashed', ...place, hashed })
const include = (enabled: boolean): Action => ({ kind: 'set-column-enabled', ...place, enabled })
const mode = (syncMode: 'live' | 'history'): Action => ({ kind: 'set-sync-mode', schema: 's', table: 't', syncMode })
const accept: Action = { kind: 'accept-changes', changeIds: ['x'] }

describe('mergeDrafts', () => {
  it.each<[string, Action[], Action[], Action[], string[]]>([
    ['agreement', [hash(true)], [hash(true)], [hash(true)], ['both']],
    [
      'a protection the model leaves out stays',
      [include(true), hash(true)],
      [include(true)],
      [include(true), hash(true)],
      ['both', 'rules'],
    ],
    ['a protection the model turns round stays', [hash(true)], [hash(false)], [hash(true)], ['rules']],
    [
      'what the model lets through the rules kept out stays out',
      [include(false)],
      [include(true)],
      [include(false)],
      ['rules'],
    ],
    ['what the model keeps out is kept out', [include(true)], [include(false)], [include(false)], ['model']],
    ['a mode of the rules stands', [mode('history')], [mode('live')], [mode('history')], ['rules']],
    [
      'what only the model sees is added',
      [include(true)],
      [include(true), hash(true)],
      [include(true), hash(true)],
      ['both', 'model'],
    ],
    ['bookkeeping is the rules’ and comes last', [accept], [hash(true)], [hash(true), accept], ['model']],
    ['a silent model takes nothing away', [include(true), accept], [], [include(true), accept], ['rules']],
  ])('%s', (_name, rules, model, actions, taken) => {
    const merged = mergeDrafts(rules, model, modelActionKinds)
    expect(merged.actions).toEqual(actions)
    expect(merged.sides.map((side) => side.taken)).toEqual(taken)
    expect(merged.fromModel).toBe(taken.filter((who) => who === 'model').length)
  })

  it('says what each side said', () => {
    const [side] = mergeDrafts([include(true)], [include(false)], modelActionKinds).sides
    expect(side).toEqual({
      path: 's.t.c',
      setting: 'synced',
      rules: 'yes',
      model: 'no',
      taken: 'model',
      because: 'the more cautious of the two',
    })
  })
})
