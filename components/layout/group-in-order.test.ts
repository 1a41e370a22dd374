import { describe, expect, it } from 'vitest'
import { groupInOrder } from './group-in-order'

describe('groupInOrder', () => {
  it('keeps the order of groups and of items in them', () => {
    expect(groupInOrder(['b1', 'a1', 'b2'], (item) => item.charAt(0))).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ])
  })
})
