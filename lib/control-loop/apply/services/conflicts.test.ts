import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordChanges } from '@/lib/control-loop/diff/services/record-changes'
import { readProcessEnv } from '@/lib/platform/config/read-process-env'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { apply, approvedRun } from '@/lib/testing/apply-in-loop'
import { refreshTrialConnection } from './testing/prepare-trial'
import { cameFirst, editMoments, runPair, runWithEdit } from './testing/run-with-edit'
import { startTrials, type Trials, trialConnection } from './testing/start-trials'

/**
 * Somebody changes in Fivetran what is being applied, and two approved changes want the same thing. `npm run test:conflicts` runs 400 edits at 8 moments and
 * 200 pairs on 4 workers (CONFLICT_EDITS and CONFLICT_PAIRS set other counts); every test run does two edits and one pair.
 */
const env = readProcessEnv()
const isLong = env.npm_lifecycle_event === 'test:conflicts'
const edits = isLong ? Number(env.CONFLICT_EDITS ?? 400) : 2
const pairs = isLong ? Number(env.CONFLICT_PAIRS ?? 200) : 1
const workersMax = isLong ? 4 : 2
const timeout = isLong ? 3 * 3_600_000 : 60_000
/** The short lane takes one moment of each kind. */
const moments = isLong ? editMoments : (['after-claim', 'after-look'] as const)
const say = (line: string) => isLong && process.stdout.write(`${line}\n`)

let trials: Trials
const workers: Awaited<ReturnType<Trials['takeWorker']>>[] = []

beforeAll(async () => {
  trials = await startTrials()
  while (workers.length < workersMax) workers.push(await trials.takeWorker())
}, 120_000)
afterAll(async () => {
  await trials?.stop()
}, 30_000)

it(
  'an edit made outside stops the run: before its first step when it came first, within one step when in the middle, and it is named',
  async () => {
    for (let index = 0; index < edits; index++) {
      const moment = moments[index % moments.length] ?? 'approved'
      const [worker] = workers
      if (!worker) throw new Error('There is no worker')
      const seen = await runWithEdit(trials, worker, moment)
      say(`edit ${index + 1} of ${edits}, ${moment}: ${seen.stepsAfterEdit} steps after it, ${seen.state}`)
      expect(seen, moment).toMatchObject({ named: true, state: cameFirst.has(moment) ? 'stale' : 'failed' })
      expect(seen.stepsAfterEdit, moment).toBeGreaterThanOrEqual(0)
      expect(seen.stepsAfterEdit, moment).toBeLessThanOrEqual(cameFirst.has(moment) ? 0 : 1)
    }
  },
  timeout,
)

it(
  'of two approved changes that contradict each other exactly one applies',
  async () => {
    for (let index = 0; index < pairs; index++) {
      const seen = await runPair(trials, workers)
      say(`pair ${index + 1} of ${pairs}: ${seen.states.join(' and ')}, ${seen.effects} request took effect`)
      expect(seen).toEqual({ states: ['stale', 'verified'], effects: 1 })
    }
  },
  timeout,
)

it('an edit made outside that nobody has answered keeps changes off its object until it is adopted', async () => {
  const { loop } = trials
  const [worker] = workers
  if (!worker) throw new Error('There is no worker')
  const about = { schema: 'public', table: 'table_00001', column: 'column_001' }
  const seen = await refreshTrialConnection(loop)
  const isHashed = seen.columns[about.column]?.hashed === true
  const { runId, proposalId } = await approvedRun(loop, trialConnection, [
    { kind: 'set-column-enabled', ...about, enabled: seen.columns[about.column]?.enabled !== true },
  ])
  await loop.sandbox.command('/edit', {
    path: `/v1/connections/${trialConnection}/schemas/public/tables/table_00001/columns/column_001`,
    body: { enabled: true, hashed: !isHashed },
  })
  const { fresh } = await refreshTrialConnection(loop)
  await recordChanges(systemContext('worker', createCorrelationId()), {
    connectionId: fresh.id,
    snapshotId: fresh.latestSnapshotId ?? '',
  })
  const change = await loop.db.change.findFirstOrThrow({ where: { ...about, origin: 'outside', state: 'open' } })
  const from = (await loop.sandbox.effects()).length
  await sendRun(worker, runId)
  const run = await loop.db.applyRun.findUniqueOrThrow({ where: { id: runId } })
  expect(run).toMatchObject({ state: 'cancelled', problem: expect.stringContaining('Adopt it or set it back first') })
  await expect(apply(loop, proposalId)).rejects.toMatchObject({ status: 409, code: 'edited-outside' })
  expect(await loop.sandbox.effects()).toHaveLength(from)

  const edits = await loop.db.change.findMany({ where: { origin: 'outside', state: 'open' } })
  const adopted = await approvedRun(loop, trialConnection, [
    { kind: 'accept-changes', changeIds: edits.map(({ id }) => id) },
  ])
  await sendRun(worker, adopted.runId)
  expect(await loop.db.change.findUniqueOrThrow({ where: { id: change.id } })).toMatchObject({ state: 'accepted' })
  await expect(apply(loop, proposalId)).resolves.toMatchObject({ id: expect.any(String) })
}, 60_000)

async function sendRun({ child }: (typeof workers)[number], runId: string) {
  const over = once(child, 'message')
  child.send({ runId, crashAt: null })
  await over
}
