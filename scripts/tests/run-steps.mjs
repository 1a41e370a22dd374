import { mkdirSync } from 'node:fs'
import { runEndToEnd } from './end-to-end.mjs'
import { REPORTS, readVitestReport, resetReport } from './reports.mjs'

const tool = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  next: 'node_modules/next/dist/bin/next',
  prisma: 'node_modules/prisma/build/index.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
}

/** What each step runs. A step without tests of its own counts as one test. */
const STEPS = {
  lockfile: (context) => check(context, ['scripts/check-lockfile.mjs']),
  lint: (context) => check(context, [tool.biome, 'check']),
  knip: (context) => check(context, [tool.knip]),
  types: (context) => check(context, [tool.next, 'typegen'], [tool.tsc, '--noEmit']),
  drift: (context) => check(context, driftCommand),
  unit: (context) => vitest(context, 'unit'),
  services: (context) => vitest(context, 'services'),
  e2e: runEndToEnd,
}

// The migrations, replayed on a shadow database, must give exactly the schema: exit code 2 when they do not.
const driftCommand = [tool.prisma, 'migrate', 'diff', '--exit-code'].concat(
  ['--from-migrations', 'prisma/migrations'],
  ['--to-schema', 'prisma/schema.prisma'],
)

/**
 * Runs the named steps one after the other; a failing step does not keep the later ones from running unless `bail`.
 * @param {{ names: string[], bail: boolean }} options
 * @param {{ processes: object, serverUrl: string }} context
 * @returns {Promise<Array<{ name: string, seconds: number, passed: number, failed: number, skipped: number }>>}
 */
export async function runSteps({ names, bail }, context) {
  mkdirSync(REPORTS, { recursive: true })
  const results = []
  for (const name of names) {
    console.log(`\n=== ${name}`)
    const began = Date.now()
    const counts = await countsOf(STEPS[name](context))
    results.push({ name, seconds: (Date.now() - began) / 1000, ...counts })
    if (bail && counts.failed > 0) break
  }
  return results
}

// A step that could not even run its tests has failed once.
async function countsOf(running) {
  try {
    return await running
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

async function check(context, ...commands) {
  for (const command of commands)
    await context.processes.run(command[0].split('/').at(-1), command, { env: testEnvironment(context), show: true })
  return { passed: 1, failed: 0, skipped: 0 }
}

async function vitest(context, project) {
  const report = resetReport(project)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [tool.vitest, 'run', '--project', project, ...reporters]
  const run = context.processes.run(`vitest ${project}`, command, { env: testEnvironment(context), show: true })
  return readVitestReport(report, await run.catch((error) => error))
}

function testEnvironment({ serverUrl }) {
  return { ...process.env, TEST_DATABASE_URL: serverUrl, DATABASE_URL: serverUrl, NEXT_TELEMETRY_DISABLED: '1' }
}
