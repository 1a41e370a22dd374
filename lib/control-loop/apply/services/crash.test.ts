import { afterAll, beforeAll, expect, it } from 'vitest'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import { crashPoints } from '@/lib/platform/jobs/crash-point'
import { drawTrial } from './testing/draw-trial'
import { judgeTrial } from './testing/judge-trial'
import { prepareTrial } from './testing/prepare-trial'
import { runTrial } from './testing/run-trial'
import { startTrials, type Trials } from './testing/start-trials'

/**
 * A worker killed in the middle of an apply, at random moments and at every named point: the next one goes on, nothing is sent twice, nothing is lost, nothing
 * lands on a moved base, no run stays in limbo. `npm run test:crash` runs 500 kills and each point 20 times; CRASH_KILLS and CRASH_TIMES set other counts,
 * CRASH_SEED repeats a lane, CRASH_FROM goes on at a trial. Every test run does a few.
 */
const env = readProcessEnv()
const isLong = env.npm_lifecycle_event === 'test:crash'
const seed = Number(env.CRASH_SEED ?? 1)
const kills = isLong ? Number(env.CRASH_KILLS ?? 500) : 3
const times = isLong ? Number(env.CRASH_TIMES ?? 20) : 1
const from = Number(env.CRASH_FROM ?? 0)
/** The points of the short lane: around the call, the commit of its step, and the ends of a run. */
const short = new Set(['after-claim', 'after-call', 'in-done', 'in-adopt', 'before-stale', 'in-applied'])
const spanMs = 450
const total = kills + times * crashPoints.length

let trials: Trials

beforeAll(async () => {
  trials = await startTrials()
}, 120_000)
afterAll(async () => {
  await trials?.stop()
}, 30_000)

it(
  'a killed worker: each step takes effect once, whoever finishes the run',
  async () => {
    const found: string[] = []
    let landed = 0
    for (let number = from; number < total; number++) {
      const trial = drawTrial({ seed, number, kills, spanMs })
      if (!isLong && 'at' in trial.kill && !short.has(trial.kill.at)) continue
      const prepared = await prepareTrial(trials.loop, trial)
      const result = await runTrial(trials, prepared)
      const faults = await judgeTrial(trials.loop, prepared, result.ended)
      const before = found.length
      const name = `trial ${number} of seed ${seed} (${trial.kind}, ${JSON.stringify(trial.kill)})`
      if ('at' in trial.kill && !result.landed) found.push(`${name}: never came to the point`)
      found.push(...faults.map(({ fault, why }) => `${name}: ${fault}: ${why}`))
      if (result.landed) landed++
      if (isLong)
        process.stdout.write(
          `${name}: ${result.tookMs} ms + ${result.restMs} ms, ${found.slice(before).join(' · ') || 'right'}\n`,
        )
      if (found.length > 5) break
    }
    expect(found).toEqual([])
    expect(landed).toBeGreaterThan(0)
  },
  isLong ? 6 * 3_600_000 : 60_000,
)
