import { expect, test } from './fixtures'
import { approve, draft, readProposal } from './support/proposals'

test('stopping and starting web and worker keeps proposals, approvals and the audit', async ({
  login,
  sandbox,
  control,
  watch,
}) => {
  test.setTimeout(120_000)
  const engineer = await login('engineer')
  const steward = await login('steward')
  const action = { kind: 'set-column-enabled', schema: 'netsuite', table: 'item', column: 'cost', enabled: false }
  const proposal = await draft(engineer.api, 'quiet_ledger', [action])
  await approve(steward.api, proposal.id)
  const kept = await readProposal(engineer.api, proposal.id)
  const before = await sandbox.lastSeq()

  // Pages that are open while nobody answers complain, as they should.
  watch.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/)
  await control.end('web', 'politely')
  await control.end('worker', 'politely')
  await control.start('web')
  await control.start('worker')
  await expect(async () => expect((await engineer.api.get('/status')).status()).toBe(200)).toPass({ timeout: 60_000 })

  expect(await readProposal(engineer.api, proposal.id)).toEqual(kept)
  const { page } = engineer
  await page.goto(`/approvals/${proposal.id}`)
  await expect(page.getByRole('region', { name: 'Apply' })).toContainText(`Approved by ${steward.account.name}`)

  // The approval still stands: it can be applied now.
  await page.getByRole('button', { name: 'Apply now' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apply now' }).click()
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Verified', { timeout: 40_000 })
  expect((await sandbox.sentTo('quiet_ledger', before)).map(({ method, body }) => ({ method, body }))).toEqual([
    { method: 'PATCH', body: { enabled: false } },
  ])
})
