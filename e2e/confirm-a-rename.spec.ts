import { expect, type Person, test } from './fixtures'
import { approve, connectionId, proposalAbout, readProposal } from './support/proposals'
import type { Sandbox } from './support/sandbox'

async function rename(sandbox: Sandbox, table: string, column: string, to: string): Promise<void> {
  await sandbox.changeSource('brisk_orchard', { op: 'rename-column', schema: 'public', table, column, to })
  await sandbox.sync('brisk_orchard')
}

async function openCompare({ page, api }: Person): Promise<void> {
  await page.goto(`/connections/${await connectionId(api, 'brisk_orchard')}/compare`)
}

test('a likely rename is shown with its evidence, approved and recorded as one column', async ({ login, sandbox }) => {
  test.setTimeout(90_000)
  const engineer = await login('engineer')
  const steward = await login('steward')
  await rename(sandbox, 'shipment', 'tracking_number', 'tracking_no')
  const proposal = await proposalAbout(engineer.api, 'public.shipment.tracking_no')
  expect(proposal.actions).toContainEqual(
    expect.objectContaining({ kind: 'confirm-rename', from: 'tracking_number', to: 'tracking_no' }),
  )
  const before = await sandbox.lastSeq()

  const { page } = engineer
  await openCompare(engineer)
  await page.getByRole('button', { name: 'tracking_no', exact: true }).first().click()
  await expect(page.getByText('Looks like a rename').first()).toBeVisible()
  const inspector = page.getByRole('complementary', { name: 'The selected change' })
  await expect(inspector).toContainText('For a rename')
  await expect(inspector).toContainText(/\d+ checks?/)
  await inspector.getByRole('link', { name: `P-${proposal.number}` }).click()
  await expect(page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })).toContainText(
    'tracking_number',
  )

  await approve(steward.api, proposal.id)
  await page.getByRole('button', { name: 'Apply now' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apply now' }).click()
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Verified', { timeout: 30_000 })
  // Fivetran cannot rename: the decision is Headgate's own, unless the new column needs the old one's settings.
  for (const { method } of await sandbox.sentTo('brisk_orchard', before)) expect(method).toBe('PATCH')
  await openCompare(engineer)
  await expect(page.getByRole('button', { name: 'tracking_no', exact: true })).toHaveCount(0)
})

test('"Two separate changes" replaces the one proposal by two', async ({ login, sandbox }) => {
  test.setTimeout(90_000)
  const engineer = await login('engineer')
  await rename(sandbox, 'refund', 'approved_by', 'approver')
  const joined = await proposalAbout(engineer.api, 'public.refund.approver')
  expect(joined.actions.map(({ kind }) => kind)).toContain('confirm-rename')

  const { page } = engineer
  await openCompare(engineer)
  const question = page.getByRole('row').filter({ hasText: 'Looks like a rename' })
  await page.getByRole('button', { name: 'approver', exact: true }).first().click()
  await question.getByRole('button', { name: 'Two separate changes' }).click()
  await expect(page.getByText('Recorded. The worker drafts what fits it.')).toBeVisible()
  await expect(question).toHaveCount(0)

  // A new column that is safe may be taken in by policy at once; the one that is gone waits for a person.
  const came = await proposalAbout(engineer.api, 'public.refund.approver', ['in-review', 'applied', 'verified'])
  const gone = await proposalAbout(engineer.api, 'public.refund.approved_by')
  expect(new Set([joined.id, came.id, gone.id]).size).toBe(3)
  for (const { actions } of [came, gone]) expect(actions.map(({ kind }) => kind)).not.toContain('confirm-rename')
  expect((await readProposal(engineer.api, joined.id)).state).toBe('superseded')
})
