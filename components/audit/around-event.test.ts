import { describe, expect, it } from 'vitest'
import { aroundEvent } from './around-event'

const chain = Array.from({ length: 10 }, (_, index) => ({ seq: index + 1 }))
const seqs = (seq: number) => aroundEvent(chain, seq, 4).map((event) => event.seq)

describe('aroundEvent', () => {
  it('keeps a short thread whole', () => {
    expect(aroundEvent(chain, 5, 10)).toHaveLength(10)
  })

  it('keeps the chosen event in the middle and the number whole at the ends', () => {
    expect(seqs(5)).toEqual([3, 4, 5, 6])
    expect(seqs(1)).toEqual([1, 2, 3, 4])
    expect(seqs(10)).toEqual([7, 8, 9, 10])
  })
})
