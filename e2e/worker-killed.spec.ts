import { expect, test } from './fixtures'
import { apply, approve, draft, readRun } from './support/proposals'

const column = { schema: 'netsuite', table: 'vendor', column: 'terms' }

test('a worker killed in the middle of an apply loses nothing and does nothing twice', async ({
  login,
  sandbox,
  control,
}) => {
  test.setTimeout(120_000)
  const engineer = await login('engineer')
  const steward = await login('steward')
  const action = { kind: 'set-column-hashed', ...column, hashed: true }
  const proposal = await draft(engineer.api, 'quiet_ledger', [action])
  await approve(steward.api, proposal.id)
  const before = await sandbox.lastSeq()

  await control.end('worker', 'politely')
  try {
    // The lease is short, so that the next worker need not wait a minute to know that this one is dead.
    const env = { WORKER_CRASH_AT: 'after-call', ALLOW_CRASH_POINTS: '1', WORKER_LEASE_MS: '1500' }
    const runId = await apply(engineer.api, proposal.id)
    await control.start('worker', { env, mayEnd: true })
    await expect.poll(() => control.isRunning('worker'), { timeout: 40_000 }).toBe(false)

    const left = await readRun(engineer.api, runId)
    expect(left.state).toBe('applying')
    // It died after the request had been taken and before it could write that down.
    expect(await sandbox.sentTo('quiet_ledger', before)).toHaveLength(1)

    const { page } = engineer
    await page.goto(`/apply-runs/${runId}`)
    await expect(page.getByRole('table', { name: 'Steps' })).toBeVisible()
    await control.start('worker')
    await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Verified', { timeout: 60_000 })

    const done = await readRun(engineer.api, runId)
    expect(done.state).toBe('verified')
    expect(done.workerId).not.toBe(left.workerId)
    // What the dead worker had sent is found in Fivetran and not sent again.
    const sent = await sandbox.sentTo('quiet_ledger', before)
    expect(sent.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'PATCH', body: { enabled: true, hashed: true } },
    ])
  } finally {
    if (!(await control.isRunning('worker'))) await control.start('worker')
  }
})
