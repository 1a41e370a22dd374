import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { STATE } from '../setup/folders.mjs'

/** Where the test runners leave their reports. */
export const REPORTS = join(STATE, 'test-reports')

/** The report file of a step, emptied of what an earlier run left, which would otherwise be counted again. */
export function resetReport(name) {
  const file = join(REPORTS, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** Counts a vitest report. @param {unknown} outcome an Error when the runner failed */
export function readVitestReport(file, outcome) {
  const report = read(file, outcome)
  const skipped = report.numPendingTests + report.numTodoTests
  return counts(report.numPassedTests, report.numFailedTests, skipped, outcome)
}

/** Counts a Playwright report; a test that passed only when repeated has failed. */
export function readPlaywrightReport(file, outcome) {
  const { expected, unexpected, flaky, skipped } = read(file, outcome).stats
  return counts(expected, unexpected + flaky, skipped, outcome)
}

function read(file, outcome) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  throw outcome instanceof Error ? outcome : new Error(`the test runner left no report in ${file}`)
}

// A runner can fail without a failing test: a file that does not load, an unhandled error, no tests at all.
function counts(passed, failed, skipped, outcome) {
  return { passed, failed: outcome instanceof Error ? Math.max(failed, 1) : failed, skipped }
}
