import { describe, expect, it } from 'vitest'
import { channelHeightPx, type LevelStage, prepareLevelSection } from './prepare-level-section'

const stage = (overrides: Partial<LevelStage>): LevelStage => ({
  key: 'review',
  name: 'Review',
  now: 0,
  usual: null,
  ...overrides,
})

describe('prepareLevelSection', () => {
  it('scales every stage by the most there is, now or usually', () => {
    const [review, apply] = prepareLevelSection([stage({ now: 10, usual: 20 }), stage({ key: 'apply', now: 5 })])
    expect(review).toMatchObject({ heightPx: channelHeightPx / 2, usualPx: channelHeightPx })
    expect(apply).toMatchObject({ heightPx: 7.5, usualPx: null })
  })

  it('is dry at zero and still visible at little', () => {
    const [dry, little] = prepareLevelSection([stage({ now: 0, usual: 0 }), stage({ now: 1, usual: 500 })])
    expect(dry).toMatchObject({ heightPx: 0, usualPx: 0 })
    expect(little?.heightPx).toBe(2)
  })

  it('tells still water, waiting water and flow apart', () => {
    const kinds = prepareLevelSection([stage({}), stage({ isWait: true }), stage({ isBehindGate: true })]).map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['still', 'wait', 'flow'])
  })
})
