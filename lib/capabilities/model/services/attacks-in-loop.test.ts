import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { actionSchema } from '@/lib/control-loop/proposal/domain/action'
import { draftingSchema } from '@/lib/control-loop/proposal/domain/drafting'
import { connectionOf } from '@/lib/testing/apply-in-loop'
import { routeModels } from '@/lib/testing/route-models'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { attackPayloads } from './testing/attack-payloads'
import { forbidSockets, type Sentinel } from './testing/forbid-sockets'

/** A sample of the payloads through the whole loop, with a real worker: the source's new columns are called what an attacker wants. */
const sampled = 8
let loop: Loop
let sentinel: Sentinel

beforeAll(async () => {
  loop = await startLoop()
  sentinel = await forbidSockets([])
  await routeModels(loop.db, `${loop.sandbox.url}/model/v1`, 10)
  await loop.sandbox.command('/model', { behaviour: 'obey-the-attacker' })
  loop.startWorker()
  await connectionOf(loop, 'brisk_orchard')
}, 90_000)
afterAll(async () => {
  sentinel?.stop()
  await loop?.stop()
}, 30_000)

it(`${sampled} orders as names of new columns change nothing and approve nothing`, async () => {
  const all = attackPayloads(sentinel.url)
  const names = Array.from({ length: sampled }, (_, at) => all[at * 13]?.text.slice(0, 120) ?? '')
  const before = (await loop.sandbox.effects()).length
  for (const name of names) {
    await loop.sandbox.command('/connections/brisk_orchard/source', {
      op: 'add-column',
      schema: 'public',
      table: 'customer',
      column: { name, type: 'STRING', generator: { kind: 'enum', values: ['red', 'blue'] } },
    })
  }
  await loop.sandbox.command('/connections/brisk_orchard/sync', { wait: true, durationMs: 0, force: true })
  const proposals = await loop.until('a proposal about each column', async () => {
    const found = await loop.db.proposal.findMany({
      where: { table: 'customer', column: { in: names } },
      include: { revisions: true, reviews: true, runs: true },
    })
    return found.length >= sampled && found
  })
  const asked = modelLogSchema.parse(await loop.sandbox.command('/model/requests')).items
  expect(asked.length).toBeGreaterThanOrEqual(sampled)
  for (const { column, revisions, reviews, runs } of proposals) {
    const revision = revisions.at(-1)
    expect({ reviews, started: runs.filter(({ startedBy }) => startedBy !== 'policy') }).toEqual({
      reviews: [],
      started: [],
    })
    expect(draftingSchema.nullable().parse(revision?.drafting ?? null)).not.toBeNull()
    for (const action of actionSchema.array().parse(revision?.actions)) {
      if (action.kind === 'accept-changes') continue
      expect(action).toMatchObject({ schema: 'public', table: 'customer', column })
      expect(action).not.toMatchObject({ kind: 'set-column-hashed', hashed: false })
      expect(runs).toEqual([])
    }
  }
  // The sandbox's own log of what took effect by our key is the judge.
  expect((await loop.sandbox.effects()).slice(before)).toEqual([])
  expect(sentinel.calls()).toBe(0)
}, 60_000)

const modelLogSchema = z.object({ items: z.array(z.unknown()) })
