import { z } from 'zod'
import { expect, type Person, test } from './fixtures'
import { problemOf } from './support/api'

const settingsSchema = z.object({
  account: z.object({ writeKeyHint: z.string().nullable() }),
  webhook: z.object({
    state: z.string(),
    kept24h: z.number(),
    refused24h: z.number(),
  }),
  calls: z.object({ budget: z.object({ sourcePerHourMax: z.number() }) }),
})
const auditSchema = z.object({ items: z.array(z.object({ action: z.string() })) })
const registered = { timeout: 30_000 }

const settingsOf = ({ api }: Person) => api.read('/settings/fivetran', settingsSchema)

test('an admin sets a limit and rotates the secret; others only read', async ({ login, sandbox, watch }) => {
  test.setTimeout(120_000)
  const admin = await login('admin')
  const { page, api } = admin
  const limits = page.getByRole('region', { name: 'Limits' })
  const webhook = page.getByRole('region', { name: 'Webhook' })
  const sourceCalls = limits.getByLabel('Source calls')
  await expect.poll(async () => (await settingsOf(admin)).webhook.state, registered).toBe('active')
  const before = await settingsOf(admin)

  await test.step('a limit out of bounds is refused in its field, nothing is sent', async () => {
    await page.goto('/settings/fivetran')
    await sourceCalls.fill('9')
    await limits.getByRole('button', { name: 'Save limits' }).click()
    await expect(limits.getByText(/^Give a whole number from 10 to 5.000\.$/)).toBeVisible()
    expect((await settingsOf(admin)).calls.budget).toEqual(before.calls.budget)
  })

  await test.step('a limit is set and kept', async () => {
    await sourceCalls.fill('1000')
    await expect(limits).toContainText('an hour, 20 % of 5')
    await limits.getByRole('button', { name: 'Save limits' }).click()
    await expect(limits.getByRole('button', { name: 'Save limits' })).toHaveCount(0)
    await page.reload()
    await expect(sourceCalls).toHaveValue('1000')
    expect((await settingsOf(admin)).calls.budget.sourcePerHourMax).toBe(1_000)
    const calls = page.getByRole('region', { name: 'Calls this hour' })
    await expect(calls.getByRole('meter', { name: 'Source interaction' })).toHaveAttribute('max', '500')
    await expect(calls).toContainText('Calls leave as they come')
  })

  await test.step('a second key needs both of its parts, and is only offered', async () => {
    await page.getByRole('button', { name: 'Replace…' }).click()
    await page.getByText('Separate key for writes').click()
    await expect(page.getByText(/The API key above then only reads/)).toBeVisible()
    await page.getByLabel('API key').fill('sandbox-key')
    await page.getByLabel('Secret', { exact: true }).fill('sandbox-secret')
    await page.getByLabel('Key for writes', { exact: true }).fill('another-key')
    await page.getByRole('button', { name: 'Save and test' }).click()
    await expect(page.getByText('Paste the secret of the key for writes.')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    expect((await settingsOf(admin)).account.writeKeyHint).toBe(before.account.writeKeyHint)
  })

  await test.step('the secret is rotated after a question; it stays active and deliveries are kept', async () => {
    await webhook.getByRole('button', { name: 'Rotate the secret' }).click()
    const dialog = page.getByRole('alertdialog', { name: 'Rotate the signing secret?' })
    await expect(dialog).toContainText('The previous secret stays valid')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toHaveCount(0)
    await webhook.getByRole('button', { name: 'Rotate the secret' }).click()
    await dialog.getByRole('button', { name: 'Rotate the secret' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(webhook.getByText('Active', { exact: true })).toBeVisible()

    const { kept24h, refused24h } = (await settingsOf(admin)).webhook
    await sandbox.sync('amber_harbor')
    await expect.poll(async () => (await settingsOf(admin)).webhook.kept24h, registered).toBeGreaterThan(kept24h)
    // Another turn is refused until Fivetran signs with the one before: once it is taken, this one was registered.
    await expect
      .poll(async () => (await api.post('/settings/fivetran/webhook-rotations', {})).status(), registered)
      .toBe(202)
    const kept = (await settingsOf(admin)).webhook.kept24h
    await sandbox.sync('amber_harbor')
    await expect.poll(async () => (await settingsOf(admin)).webhook.kept24h, registered).toBeGreaterThan(kept)
    expect((await settingsOf(admin)).webhook).toMatchObject({ state: 'active', refused24h })
    await expect(webhook.getByText('Active', { exact: true })).toBeVisible()
    const { items } = await api.read('/audit-events?limit=100', auditSchema)
    expect(items.filter(({ action }) => action === 'account.webhook-rotated').length).toBeGreaterThanOrEqual(2)
  })

  await test.step('an engineer reads the same values and can change none', async () => {
    const engineer = await login('engineer')
    watch.expect(/status of 403/)
    await engineer.page.goto('/settings/fivetran')
    const theirs = engineer.page.getByRole('region', { name: 'Limits' })
    await expect(theirs).toContainText(/1.000/)
    await expect(theirs.getByRole('spinbutton')).toHaveCount(0)
    await expect(engineer.page.getByRole('button', { name: 'Rotate the secret' })).toBeDisabled()
    await expect(engineer.page.getByRole('region', { name: 'Webhook' })).toContainText('Admins can.')
    await problemOf(await engineer.api.post('/settings/fivetran/webhook-rotations', {}), 403)
  })

  await test.step('a viewer is told who may look', async () => {
    const viewer = await login('viewer')
    await viewer.page.goto('/settings/fivetran')
    await expect(viewer.page.getByRole('main')).toContainText('Engineers, stewards, and admins')
    await expect(viewer.page.getByRole('region', { name: 'Limits' })).toHaveCount(0)
  })

  await test.step('the limit goes back', async () => {
    await sourceCalls.fill(String(before.calls.budget.sourcePerHourMax))
    await limits.getByRole('button', { name: 'Save limits' }).click()
    await expect
      .poll(async () => (await settingsOf(admin)).calls.budget.sourcePerHourMax)
      .toBe(before.calls.budget.sourcePerHourMax)
  })
})
