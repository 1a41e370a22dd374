import { describe, expect, test } from 'vitest'
import { prepareStageRail } from '@/components/ui/prepare-stage-rail'
import { makeRun, makeStep } from './make-run'
import { prepareRunRail } from './prepare-run-rail'

const now = Date.parse('2026-11-12T10:42:10Z')
const done = makeStep({ state: 'done', intentAt: '2026-11-12T10:41:54.000Z' })
const fills = (run: ReturnType<typeof makeRun>) => {
  const { stages, gate } = prepareRunRail(run, now)
  return prepareStageRail(stages, gate).map(({ fill, percent }) => `${fill} ${percent}`)
}

describe('prepareRunRail', () => {
  test('fills the channel only as far as something took effect', () => {
    const run = makeRun({ steps: [done, makeStep({ index: 1, state: 'called', intentAt: '2026-11-12T10:42:00Z' })] })
    expect(fills(run)).toEqual(['flow 100', 'flow 100', 'flow 100', 'flow 50', 'flow 0', 'flow 0'])
    expect(prepareRunRail(run, now).stages[3]?.time).toBe('1 of 2 done')
  })

  test('is dry while nothing took effect, also after the checks', () => {
    expect(fills(makeRun({ state: 'waiting', startedAt: null }))).toEqual(Array(6).fill('none 0'))
    expect(fills(makeRun({ steps: [makeStep({ state: 'intent', intentAt: '2026-11-12T10:41:54Z' })] }))).toEqual(
      Array(6).fill('none 0'),
    )
  })

  test('says that a stale run ended at the re-check and sent nothing', () => {
    const { stages } = prepareRunRail(makeRun({ state: 'stale' }), now)
    expect(stages.map(({ fact }) => fact)).toContain('the live state moved')
    expect(stages.map(({ fact }) => fact)).toContain('nothing was sent')
  })

  test('ends with every stage done once the checks held', () => {
    const run = makeRun({
      state: 'verified',
      steps: [done],
      finishedAt: '2026-11-12T10:42:05Z',
      verification: { held: true, at: '2026-11-12T10:42:05Z', checks: [{ check: 'x', outcome: 'held', detail: '' }] },
    })
    const { stages } = prepareRunRail(run, now)
    expect(stages.map(({ state }) => state)).toEqual(Array(6).fill('done'))
    expect(stages[4]?.fact).toBe('1 of 1 checks held')
  })
})
