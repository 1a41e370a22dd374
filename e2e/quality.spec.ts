import { z } from 'zod'
import { expect, test } from './fixtures'
import { apply, approve, connectionId } from './support/proposals'

const wait = { timeout: 30_000 }
const startedSchema = z.object({ planned: z.number() })

test('a table is measured, a suggested check is accepted by others, breaks and fires', async ({ login, sandbox }) => {
  test.setTimeout(120_000)
  const steward = await login('steward')
  const engineer = await login('engineer')
  const connection = await connectionId(engineer.api, 'amber_harbor')
  const table = `/catalog/${connection}/salesforce/account`
  await sandbox.sync('amber_harbor')

  // Only who decides may switch it; whoever may not reads who can.
  await engineer.page.goto(`/connections/${connection}/overview`)
  await expect(engineer.page.getByText('Measure tables after each sync')).toBeVisible()
  await expect(engineer.page.getByText('Stewards and admins switch measuring.')).toBeVisible()
  await steward.page.goto(`/connections/${connection}/overview`)
  await steward.page.getByText('Measure tables after each sync').click()
  await expect(steward.page.getByRole('switch', { name: 'Measure tables after each sync' })).toBeChecked()

  const { page } = engineer
  await page.goto(`${table}/profile`)
  await expect(page.getByRole('table', { name: 'Columns as measured' })).toBeVisible(wait)
  await page.getByRole('navigation', { name: 'Parts of the table' }).getByRole('link', { name: 'Checks' }).click()
  await page.getByRole('button', { name: /^Accept: the table has/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Propose this check' })
  await dialog.getByRole('button', { name: 'Propose' }).click()
  await expect(page).toHaveURL(/\/approvals\//)
  const proposal = page.url().split('/').at(-1) ?? ''
  await expect(page.getByText('not held to this').first()).toBeVisible()

  // What waits is not suggested again, and looks at nothing before others approved it.
  await page.goto(`${table}/checks`)
  await expect(page.getByRole('region', { name: 'Waits for approval' })).toContainText('the table has')
  await expect(page.getByRole('button', { name: /^Accept: the table has/ })).toHaveCount(0)
  await approve(steward.api, proposal)
  await apply(engineer.api, proposal)
  await page.goto('/quality')
  const row = page.getByRole('row').filter({ hasText: 'the table has' })
  await expect(row).toContainText('Passing', wait)

  // The source is loaded twice over.
  await sandbox.changeSource('amber_harbor', { op: 'add-rows', schema: 'salesforce', table: 'account', rows: 2_000 })
  const full = { wait: true, durationMs: 0, force: true, historical: true }
  await sandbox.command('/connections/amber_harbor/sync', full)
  await expect(row).toContainText('Failing', wait)
  await row.getByRole('link').first().click()
  await expect(page.getByRole('table', { name: 'Runs' })).toContainText('Did not hold')

  // A person may ask for a measurement at any time; a viewer may not.
  const viewer = await login('viewer')
  const body = { connectionId: connection, schema: 'salesforce', table: 'account' }
  expect((await viewer.api.post('/profile-runs', body)).status()).toBe(403)
  await engineer.api.send('/profile-runs', body, startedSchema)
})
