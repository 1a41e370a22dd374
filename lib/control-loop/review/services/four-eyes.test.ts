import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { runFourEyes } from './testing/run-four-eyes'

/** The short lane; `npm run test:four-eyes` runs ten thousand sequences. */
let test: TestDatabase
beforeAll(async () => {
  test = await withTestDatabase()
})
afterAll(() => test.drop())

it('nothing is applied without valid approvals, whichever doors forty random sequences try', async () => {
  const report = await runFourEyes({ sequences: 40, seed: 1, lanes: 3 })
  expect(report.differences).toEqual([])
  expect(report.appliesWithoutApprovals).toBe(0)
  // Sequences that reach nothing would prove nothing.
  expect(report.applied).toBeGreaterThan(4)
}, 60_000)
