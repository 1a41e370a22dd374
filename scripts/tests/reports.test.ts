import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { REPORTS, readPlaywrightReport, readVitestReport } from './reports.mjs'

mkdirSync(REPORTS, { recursive: true })
const folder = mkdtempSync(join(REPORTS, 'of-a-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

function reportOf(content: object) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}
const vitestReport = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }

describe('counting test reports', () => {
  it('counts what vitest reports', () => {
    expect(readVitestReport(reportOf(vitestReport), '')).toEqual({ passed: 3, failed: 0, skipped: 2 })
  })

  it('counts a failure when the runner failed although no test did', () => {
    expect(readVitestReport(reportOf(vitestReport), new Error('a file did not load')).failed).toBe(1)
  })

  it('counts a Playwright test that needed a second attempt as failed', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 0 }
    expect(readPlaywrightReport(reportOf({ stats }), new Error('exit 1'))).toEqual({ passed: 4, failed: 2, skipped: 0 })
  })

  it('refuses a missing report even when the runner was content', () => {
    expect(() => readVitestReport(join(folder, 'absent.json'), '')).toThrow('left no report')
  })
})
