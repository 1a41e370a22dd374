import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import { makeMutant } from './testing/make-mutant'
import { mutants } from './testing/mutants'
import { findFaults, type MutantTrial } from './testing/run-mutant'
import { startTrials, type Trials } from './testing/start-trials'
import { tryIntake } from './testing/try-intake'

/**
 * The trials are worth what they notice: eight protections are taken out of a copy of the source, one at a time, and each absence must be found by a trial that
 * finds nothing with this tree. `npm run test:mutants` runs all; every test run two.
 */
const isLong = readProcessEnv().npm_lifecycle_event === 'test:mutants'
const trialsOf: Record<Exclude<keyof typeof mutants, 'ackedBeforeInsert'>, MutantTrial> = {
  noReadBack: { kind: 'ignored', killAt: null },
  noBaseCheck: { kind: 'moved', killAt: null },
  noFence: { kind: 'plain', killAt: null, freezeAt: 'after-call' },
  intentAfterTheCall: { kind: 'plain', killAt: 'after-call' },
  createWithoutLook: { kind: 'create', killAt: null },
  auditOutside: { kind: 'plain', killAt: 'in-done' },
  noHeartbeat: { kind: 'plain', killAt: null, isSlow: true },
}
const short = ['noBaseCheck', 'auditOutside']
const names = (Object.keys(trialsOf) as (keyof typeof trialsOf)[]).filter((name) => isLong || short.includes(name))
const intakesMax = 5

let trials: Trials
const folders: string[] = []
const made = (name: keyof typeof mutants) => {
  const folder = makeMutant(mutants[name])
  folders.push(folder)
  return folder
}

beforeAll(async () => {
  trials = await startTrials()
}, 120_000)
afterAll(async () => {
  await trials?.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}, 30_000)

describe('a trial notices', () => {
  it.each(names)(
    '%s',
    async (name) => {
      if (isLong) expect(await findFaults(trials, trialsOf[name]), 'this tree').toEqual([])
      const faults = await findFaults(trials, trialsOf[name], made(name))
      if (isLong) process.stdout.write(`${mutants[name].name}: ${faults.join(' · ')}\n`)
      expect(faults).not.toEqual([])
    },
    120_000,
  )

  it.runIf(isLong)(
    'ackedBeforeInsert',
    async () => {
      expect(await tryIntake(trials), 'this tree').toBe(true)
      const folder = made('ackedBeforeInsert')
      let lost = 0
      for (let sent = 0; sent < intakesMax && lost === 0; sent++) if (!(await tryIntake(trials, folder))) lost++
      process.stdout.write(`webhook acked before insert: ${lost} lost\n`)
      expect(lost).toBeGreaterThan(0)
    },
    120_000,
  )
})
