import { describe, expect, it } from 'vitest'
import { preparePair, switchChosen } from './prepare-pair'

const snapshots = [
  { id: 'c', number: 3 },
  { id: 'b', number: 2 },
  { id: 'a', number: 1 },
]

describe('preparePair', () => {
  it('takes the older one as the base', () => {
    expect(preparePair(['c', 'a'], snapshots)).toEqual({
      base: { id: 'a', number: 1 },
      revision: { id: 'c', number: 3 },
    })
  })

  it('is no pair before there are two', () => {
    expect(preparePair(['c'], snapshots)).toBeNull()
  })
})

describe('switchChosen', () => {
  it('keeps two at most, the latest choices', () => {
    expect(switchChosen(['a', 'b'], 'c')).toEqual(['b', 'c'])
  })

  it('takes a chosen one back', () => {
    expect(switchChosen(['a', 'b'], 'a')).toEqual(['b'])
  })
})
