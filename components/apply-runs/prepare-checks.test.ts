import { expect, test } from 'vitest'
import { makeRun, makeStep } from './make-run'
import { prepareChecks } from './prepare-checks'

test('says before the verification what it will ask', () => {
  const run = makeRun({ steps: [makeStep(), makeStep({ index: 1 })] })
  expect(prepareChecks(run).map(({ check, outcome }) => [check, outcome])).toEqual([
    ['2 approved fields hold in a fresh snapshot', 'to-ask'],
    ['Nothing else moved in orders', 'to-ask'],
  ])
})

test('shows the checks themselves once they were made', () => {
  const checks = [{ check: 'Nothing else moved', outcome: 'broken' as const, detail: '1 other setting moved' }]
  const run = makeRun({ verification: { held: false, at: '2026-11-12T10:42:05Z', checks } })
  expect(prepareChecks(run)).toEqual(checks)
})
