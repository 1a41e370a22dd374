import { z } from 'zod'
import { expect, test } from './fixtures'
import { problemOf } from './support/api'
import { apply, approve, draft, readProposal, readRun } from './support/proposals'

const column = { schema: 'zendesk', table: 'ticket', column: 'priority' }
const changesSchema = z.object({ items: z.array(z.object({ id: z.string(), path: z.string() })) })
const target = '/v1/connections/gentle_lantern/schemas/zendesk/tables/ticket/columns/priority'

test('an approval does not outlive the state it was given for', async ({ login, sandbox }) => {
  test.setTimeout(120_000)
  const engineer = await login('engineer')
  const steward = await login('steward')
  const proposal = await draft(engineer.api, 'gentle_lantern', [
    { kind: 'set-column-enabled', ...column, enabled: false },
  ])
  await approve(steward.api, proposal.id)

  const { page } = engineer
  const item = page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })
  await page.goto(`/approvals/${proposal.id}`)
  await expect(item.getByRole('button', { name: 'Apply now' })).toBeEnabled()

  // Between the approval and the apply somebody changes the same column in Fivetran; no sync tells of it.
  await sandbox.editAsSomebody(target, { enabled: true, hashed: true })
  const before = await sandbox.lastSeq()

  await test.step('the apply stops before anything is sent, and shows why', async () => {
    await item.getByRole('button', { name: 'Apply now' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Apply now' }).click()
    await expect(page).toHaveURL(/\/apply-runs\//)
    const stale = page.getByRole('region', { name: 'Stale' })
    await expect(stale).toContainText('The live state moved after the review.', { timeout: 30_000 })
    const difference = stale.getByRole('table', { name: 'Reviewed, live and proposed values' })
    const moved = difference.getByRole('row').filter({ hasText: 'hashed' })
    await expect(moved.getByRole('cell')).toContainText(['hashed', 'no', 'yes', 'not part of it'])
    expect(await sandbox.sentTo('gentle_lantern', before)).toEqual([])
  })

  await test.step('the proposal says so too, and cannot be applied', async () => {
    await page.goto(`/approvals/${proposal.id}`)
    await expect(item.getByRole('region', { name: 'Stale' }).first()).toContainText(
      'Changed in Fivetran since it was reviewed.',
    )
    // Once the worker read Fivetran again, the proposal shows the three values as well.
    await expect(async () => {
      await page.reload()
      const moved = item.getByRole('table', { name: 'Reviewed, live and proposed values' }).getByRole('row')
      await expect(moved.filter({ hasText: 'hashed' })).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 30_000 })
    await expect(item.getByRole('button', { name: 'Apply now' })).toBeHidden()
    const { planHash } = await readProposal(engineer.api, proposal.id)
    await problemOf(await engineer.api.post(`/proposals/${proposal.id}/apply-runs`, { planHash }), 409)
  })

  await test.step('planned again it is a revision that needs an approval of its own', async () => {
    await item.getByRole('button', { name: 'Re-plan on the live state' }).click()
    await expect(item.getByText('rev 2', { exact: true })).toBeVisible()
    await expect(item.getByRole('button', { name: 'Apply now' })).toBeHidden()
    const again = await readProposal(engineer.api, proposal.id)
    expect(again).toMatchObject({ state: 'in-review', revision: 2, approvals: 0 })
    expect(again.planHash).not.toBe(proposal.planHash)
    expect(again.reviews.map(({ counts }) => counts)).toEqual([false])
    await steward.page.goto(`/approvals/${proposal.id}`)
    await steward.page.getByRole('button', { name: 'Approve' }).click()
    await expect(steward.page.getByRole('region', { name: 'Apply' })).toContainText(
      `Approved by ${steward.account.name}`,
    )
    expect(await sandbox.sentTo('gentle_lantern', before)).toEqual([])
  })

  await test.step('and waits until somebody takes the edit over or sets it back', async () => {
    const { planHash } = await readProposal(engineer.api, proposal.id)
    const refused = await problemOf(await engineer.api.post(`/proposals/${proposal.id}/apply-runs`, { planHash }), 409)
    expect(refused.title).toContain('Adopt it or set it back first.')
    const { items } = await engineer.api.read('/changes?origin=outside&q=priority', changesSchema)
    const changeIds = items.filter(({ path }) => path === 'zendesk.ticket.priority').map(({ id }) => id)
    const adopting = await draft(engineer.api, 'gentle_lantern', [{ kind: 'accept-changes', changeIds }])
    await approve(steward.api, adopting.id)
    const runId = await apply(engineer.api, adopting.id)
    await expect.poll(async () => (await readRun(engineer.api, runId)).state, { timeout: 30_000 }).toBe('verified')
    expect(await sandbox.sentTo('gentle_lantern', before)).toEqual([])
  })

  await test.step('which then holds', async () => {
    const runId = await apply(engineer.api, proposal.id)
    await expect.poll(async () => (await readRun(engineer.api, runId)).state, { timeout: 30_000 }).toBe('verified')
    expect((await sandbox.sentTo('gentle_lantern', before)).map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'PATCH', body: { enabled: false } },
    ])
  })
})
