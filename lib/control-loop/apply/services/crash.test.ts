import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crashPoints } from '@/lib/platform/jobs/crash-point'
import { approvedRun, connectionOf, runIn } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'

/** A worker killed at any named point of an apply: the next one goes on, nothing is sent twice, nothing is lost. */
let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
  const worker = loop.startWorker()
  await connectionOf(loop, 'quiet_ledger')
  await loop.until(
    'an idle queue',
    async () =>
      (await loop.db.connection.count({
        where: { baselineSnapshotId: null, setupState: 'connected', service: { not: 'fivetran_log' } },
      })) === 0,
  )
  await worker.stop()
}, 90_000)
afterAll(async () => {
  await loop?.stop()
}, 30_000)

describe('a killed worker', () => {
  it.each([...crashPoints])(
    'at %s: the run is finished by another, with one request',
    async (crashAt) => {
      const hashed = crashPoints.indexOf(crashAt) % 2 === 0
      const before = (await loop.sandbox.effects()).length
      const { runId } = await approvedRun(loop, 'quiet_ledger', [
        { kind: 'set-column-hashed', schema: 'netsuite', table: 'customer', column: 'phone', hashed },
      ])
      expect(await loop.startWorker({ crashAt }).ended).toBe(true)
      const worker = loop.startWorker()
      await runIn(loop, runId, ['verified'])
      await worker.stop()
      const sent = (await loop.sandbox.effects()).slice(before)
      expect(sent.filter(({ effect }) => effect.length > 0)).toHaveLength(1)
      const steps = await loop.db.applyStep.findMany({ where: { runId } })
      expect(steps.map(({ state }) => state)).toEqual(['done'])
    },
    40_000,
  )
})
