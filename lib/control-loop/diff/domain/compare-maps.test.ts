import { describe, expect, it } from 'vitest'
import { compareMaps } from './compare-maps'

const isAlike = (one: number, other: number) => one === other

describe('compareMaps', () => {
  it('parts what came, went and differs, sorted whatever the order', () => {
    expect(compareMaps({ d: 1, c: 1, b: 1, a: 1 }, { c: 2, f: 1, b: 1, e: 1, d: 2 }, isAlike)).toEqual({
      added: [
        { key: 'e', revision: 1 },
        { key: 'f', revision: 1 },
      ],
      removed: [{ key: 'a', base: 1 }],
      differing: [
        { key: 'c', base: 1, revision: 2 },
        { key: 'd', base: 1, revision: 2 },
      ],
    })
  })

  it('finds no key on the prototype of a map', () => {
    const hostile = Object.fromEntries([['__proto__', 1]])
    expect(compareMaps({}, hostile, isAlike).added).toEqual([{ key: '__proto__', revision: 1 }])
    expect(compareMaps({ constructor: 1 }, {}, isAlike).removed).toEqual([{ key: 'constructor', base: 1 }])
  })
})
