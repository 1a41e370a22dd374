import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApplyRun } from '@/lib/control-loop/apply/services/read-apply-run'
import { connectionOf, runIn } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { readPolicy } from './read-policy'
import { releaseAutomation } from './release-automation'
import { savePolicy } from './save-policy'
import { stopAutomation } from './stop-automation'
import { allowingInclusion, seedAgreed } from './testing/seed-history'

/** Policy applies by itself, with a real worker and real calls; the sandbox's own log is the judge of what was sent. */
let loop: Loop

beforeAll(async () => {
  loop = await startLoop()
  // From the first reading on, new columns of this connection stay off.
  await loop.sandbox.command('/edit', {
    path: '/v1/connections/brisk_orchard/schemas',
    body: { schema_change_handling: 'BLOCK_ALL' },
  })
  loop.startWorker()
  const connection = await connectionOf(loop, 'brisk_orchard')
  await seedAgreed(connection, 5, new Date())
  const { version } = await readPolicy()
  await savePolicy(loop.as('admin'), { baseVersion: version, policy: allowingInclusion() })
}, 90_000)
afterAll(async () => {
  await loop?.stop()
}, 30_000)

async function arrive(name: string) {
  const column = { name, type: 'STRING', generator: { kind: 'enum', values: ['red', 'blue'] } }
  await loop.sandbox.command('/connections/brisk_orchard/source', {
    op: 'add-column',
    schema: 'public',
    table: 'customer',
    column,
  })
  await loop.sandbox.command('/connections/brisk_orchard/sync', { wait: true, durationMs: 0, force: true })
  return loop.until(`a proposal about ${name}`, () =>
    loop.db.proposal.findFirst({ where: { column: name }, include: { runs: true, reviews: true } }),
  )
}

describe('an earned policy', () => {
  it('includes a harmless new column by itself with exactly one request, and is verified', async () => {
    const before = (await loop.sandbox.effects()).length
    const { id } = await arrive('shade')
    const proposal = await loop.until('its run', async () => {
      const found = await loop.db.proposal.findUniqueOrThrow({ where: { id }, include: { runs: true, reviews: true } })
      return found.runs.length > 0 ? found : null
    })
    const run = await runIn(loop, proposal.runs[0]?.id ?? '', ['verified', 'failed', 'stale', 'cancelled'])
    expect(run).toMatchObject({ state: 'verified', startedBy: 'policy', startedById: null })
    expect(proposal).toMatchObject({ risk: 'low', authorKind: 'rule', reviews: [] })
    const sent = (await loop.sandbox.effects()).slice(before)
    expect(sent).toMatchObject([
      {
        method: 'PATCH',
        path: expect.stringMatching(
          /^\/v1\/connections\/brisk_orchard\/schemas\/public\/tables\/customer\/columns\/shade$/,
        ),
        body: { enabled: true },
      },
    ])
    expect(await readApplyRun(loop.as('viewer'), run.id)).toMatchObject({ startedByName: 'policy', approvedBy: [] })
    const told = await loop.db.auditEvent.findMany({
      where: { correlationId: proposal.correlationId },
      orderBy: { seq: 'asc' },
    })
    const actions = told.map(({ action }) => action)
    for (const action of [
      'proposal.drafted',
      'proposal.auto-approved',
      'apply-run.claimed',
      'apply-step.done',
      'apply-run.verified',
    ]) {
      expect(actions).toContain(action)
    }
  }, 40_000)

  it('does nothing by itself once somebody stopped it, and goes on when an admin lets it', async () => {
    await stopAutomation(loop.as('engineer'), { reason: 'A release is going out.' })
    const before = (await loop.sandbox.effects()).length
    const { id } = await arrive('fabric')
    expect(await loop.db.applyRun.count({ where: { proposalId: id } })).toBe(0)
    expect(await loop.db.proposal.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'in_review' })
    expect(await loop.sandbox.effects()).toHaveLength(before)
    await releaseAutomation(loop.as('admin'))
    // The worker's sweep finds it.
    const run = await loop.until('its run', () => loop.db.applyRun.findFirst({ where: { proposalId: id } }))
    await runIn(loop, run.id, ['verified'])
    expect(await loop.sandbox.effects()).toHaveLength(before + 1)
  }, 40_000)
})
