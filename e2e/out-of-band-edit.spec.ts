import { expect, test } from './fixtures'
import { apply, approve, connectionId, proposalAbout, readRun } from './support/proposals'

const path = 'zendesk.organization.details'
const target = '/v1/connections/gentle_lantern/schemas/zendesk/tables/organization/columns/details'

test('an edit made in Fivetran is found, named as such, and set back through the gate', async ({ login, sandbox }) => {
  test.setTimeout(90_000)
  const engineer = await login('engineer')
  const steward = await login('steward')
  await sandbox.editAsSomebody(target, { enabled: false })
  await sandbox.sync('gentle_lantern')
  const proposal = await proposalAbout(engineer.api, path)
  expect(proposal.actions).toEqual([
    { kind: 'set-column-enabled', schema: 'zendesk', table: 'organization', column: 'details', enabled: true },
  ])

  const { page, api } = engineer
  await test.step('on the schema page', async () => {
    await page.goto(`/connections/${await connectionId(api, 'gentle_lantern')}/schema?q=organization.details`)
    const rows = page.getByRole('treegrid', { name: 'Schema' }).getByRole('row')
    await expect(rows.filter({ hasText: 'details' }).first()).toContainText('edited outside')
    await expect(rows.filter({ hasText: `P-${proposal.number}` })).toBeVisible()
  })
  await test.step('and on Changes, with the proposal that sets it back', async () => {
    await page.goto('/changes?q=details')
    const row = page.getByRole('table', { name: 'Changes' }).getByRole('row').filter({ hasText: 'details' })
    await expect(row).toContainText('Edited in Fivetran')
    await row.getByRole('link').first().click()
    await page
      .getByRole('link', { name: `P-${proposal.number}` })
      .first()
      .click()
    await expect(page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })).toContainText('details')
  })
  await test.step('nothing is sent before somebody approves and applies', async () => {
    const before = await sandbox.lastSeq()
    await approve(steward.api, proposal.id)
    expect(await sandbox.sentTo('gentle_lantern', before)).toEqual([])
    const runId = await apply(api, proposal.id)
    await expect.poll(async () => (await readRun(api, runId)).state, { timeout: 30_000 }).toBe('verified')
    expect(
      (await sandbox.sentTo('gentle_lantern', before)).map(({ method, path: to, body }) => ({ method, to, body })),
    ).toEqual([{ method: 'PATCH', to: target, body: { enabled: true } }])
  })
})
