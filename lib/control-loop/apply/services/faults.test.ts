import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { saveCredentials } from '@/lib/control-loop/connection/services/save-credentials'
import type { Action } from '@/lib/control-loop/proposal/domain/action'
import { approvedRun, connectionOf, runIn } from '@/lib/testing/apply-in-loop'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { sandboxKey } from '@/lib/testing/start-sandbox'

/** What the vendor may do to an apply, seeded at its fault dial; its own log is the judge of what took effect. */
let loop: Loop
const patch = 'PATCH /v1/connections'
const hash = (column: string): Action[] => [
  { kind: 'set-column-hashed', schema: 'netsuite', table: 'customer', column, hashed: true },
]

async function setFault(fault: Record<string, unknown>) {
  await loop.sandbox.command('/faults', { route: patch, times: 1, ...fault })
}
const effectsOf = async (from: number) =>
  (await loop.sandbox.effects()).slice(from).filter(({ effect }) => effect.length > 0)

beforeAll(async () => {
  loop = await startLoop()
  loop.startWorker()
  await connectionOf(loop, 'quiet_ledger')
}, 90_000)
afterEach(async () => {
  await fetch(`${loop.sandbox.url}/sandbox/faults`, { method: 'DELETE' })
})
afterAll(async () => {
  await loop?.stop()
}, 30_000)

describe('an apply', () => {
  it('whose reply is lost looks before it repeats, and takes effect once', async () => {
    const from = (await loop.sandbox.effects()).length
    await setFault({ kind: 'drop-reply' })
    const { runId } = await approvedRun(loop, 'quiet_ledger', hash('phone'))
    await runIn(loop, runId, ['verified'])
    expect(await effectsOf(from)).toHaveLength(1)
  }, 40_000)

  it('that met a fault of the service before it took effect is sent again after a look', async () => {
    const from = (await loop.sandbox.effects()).length
    await setFault({ kind: 'status', status: 500 })
    const { runId } = await approvedRun(loop, 'quiet_ledger', hash('email'))
    await runIn(loop, runId, ['verified'])
    expect(await effectsOf(from)).toHaveLength(1)
  }, 40_000)

  it('that is asked to wait sends nothing before the second that was named', async () => {
    const from = (await loop.sandbox.effects()).length
    await setFault({ kind: 'retry-after', retryAfterSeconds: 4 })
    const { runId } = await approvedRun(loop, 'quiet_ledger', hash('companyName'))
    const asked = Date.now()
    await runIn(loop, runId, ['verified'])
    expect(Date.now() - asked).toBeGreaterThanOrEqual(3_900)
    expect(await effectsOf(from)).toHaveLength(1)
  }, 40_000)

  it('that is refused says so in the service’s words and leaves everything as it was', async () => {
    const from = (await loop.sandbox.effects()).length
    await setFault({ kind: 'status', status: 400 })
    const { runId } = await approvedRun(loop, 'quiet_ledger', hash('entityId'))
    const run = await runIn(loop, runId, ['failed'])
    expect(run.problem).toMatch(/^Step 1: Fivetran refused/)
    expect(await effectsOf(from)).toHaveLength(0)
  }, 40_000)
})

describe('an account', () => {
  it('with a wrong secret is refused in words, and its rows stay', async () => {
    const rows = await loop.db.connection.count()
    await saveCredentials(loop.as('admin'), {
      name: 'Loop',
      baseUrl: loop.sandbox.url,
      apiKey: sandboxKey.apiKey,
      apiSecret: 'wrong',
    })
    const account = await loop.until('a refused account', () =>
      loop.db.fivetranAccount.findFirst({ where: { state: 'refused' } }),
    )
    expect(account.stateDetail).toMatch(/^Fivetran does not accept this key\./)
    expect(JSON.stringify(account)).not.toContain('wrong')
    expect(await loop.db.connection.count()).toBe(rows)
  }, 30_000)

  it('at an address where nothing listens is unreachable in words', async () => {
    await saveCredentials(loop.as('admin'), { name: 'Loop', baseUrl: 'http://127.0.0.1:9', ...sandboxKey })
    const account = await loop.until('an unreachable account', () =>
      loop.db.fivetranAccount.findFirst({ where: { state: 'unreachable' } }),
    )
    expect(account.stateDetail).toMatch(/^Fivetran does not answer at 127\.0\.0\.1/)
  }, 30_000)
})
