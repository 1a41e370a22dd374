import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { z } from 'zod'
import { expect, type Person, test } from './fixtures'
import { problemOf } from './support/api'
import { seededPerson } from './support/people'
import { connectionId, draft } from './support/proposals'

const accountSchema = z.object({ account: z.object({ state: z.string(), stateDetail: z.string().nullable() }) })
const key = { apiKey: 'sandbox-key', apiSecret: 'sandbox-secret' }
const settled = { timeout: 40_000 }

async function replaceKey(page: Page, values: { address: string; apiKey: string; apiSecret: string }): Promise<void> {
  await page.goto('/settings/fivetran')
  await page.getByRole('button', { name: 'Replace…' }).click()
  await page.getByRole('textbox', { name: 'Address' }).fill(values.address)
  await page.getByLabel('API key').fill(values.apiKey)
  await page.getByLabel('Secret', { exact: true }).fill(values.apiSecret)
  await page.getByRole('button', { name: 'Save and test' }).click()
  await expect(page.getByRole('button', { name: 'Replace…' })).toBeVisible()
}

async function expectRowsStay({ page }: Person, cause: string): Promise<void> {
  await page.goto('/connections')
  await expect(page.getByText(/^(As of .*|Never read\.)/).first()).toBeVisible()
  await expect(page.getByRole('main')).toContainText(cause)
  for (const name of ['salesforce', 'netsuite', 'zendesk'])
    await expect(page.getByRole('row').filter({ hasText: name }).first()).toBeVisible()
}

test.describe('the Fivetran account', () => {
  test('a wrong secret and a wrong address are told apart, nothing is lost, and the right key mends it', async ({
    login,
    sandbox,
  }) => {
    test.setTimeout(150_000)
    const admin = await login('admin')
    const { page, api } = admin
    const connected = () =>
      expect
        .poll(async () => (await api.read('/settings/fivetran', accountSchema)).account.state, settled)
        .toBe('connected')
    try {
      await test.step('wrong secret', async () => {
        await replaceKey(page, { address: sandbox.origin, apiKey: key.apiKey, apiSecret: 'not-the-secret' })
        const banner = page.getByRole('status').filter({ hasText: 'Fivetran does not accept this key.' })
        await expect(banner).toBeVisible(settled)
        await expect(page.getByRole('main').getByText('Refused', { exact: true })).toBeVisible()
        // The secret that was typed is nowhere on the page.
        expect(await page.content()).not.toContain('not-the-secret')
        await expectRowsStay(admin, 'Fivetran does not accept the key')
      })
      await test.step('an address where nobody answers', async () => {
        await replaceKey(page, { address: 'http://127.0.0.1:9', ...key })
        await expect(page.getByRole('main').getByText('Does not answer', { exact: true })).toBeVisible(settled)
        await expectRowsStay(admin, 'Fivetran does not answer')
      })
    } finally {
      await replaceKey(page, { address: sandbox.origin, ...key })
    }
    await connected()
    await page.goto('/connections')
    await expect(page.getByRole('row').filter({ hasText: 'salesforce' }).first()).toBeVisible()
    await expect(page.getByText('Fivetran does not', { exact: false })).toHaveCount(0, settled)
  })

  test('Fivetran asking to slow down leaves every row and says when it goes on', async ({ login, sandbox }) => {
    test.setTimeout(120_000)
    const admin = await login('admin')
    const { page, api } = admin
    // Longer than a call waits by itself, and short enough that the hold, which all workers keep, is over soon.
    await sandbox.command('/faults', { route: 'GET /v1', kind: 'retry-after', retryAfterSeconds: 15, times: 200 })
    try {
      await page.goto('/settings/fivetran')
      await page.getByRole('button', { name: 'Test again' }).click()
      await expect(page.getByRole('main').getByText('Does not answer', { exact: true })).toBeVisible(settled)
      const { account } = await api.read('/settings/fivetran', accountSchema)
      expect(account.stateDetail).toMatch(/too many|limit|slow|wait/i)
      await expect(page.getByRole('main')).toContainText(account.stateDetail ?? 'nothing was said')
      await expectRowsStay(admin, 'Fivetran')
    } finally {
      await sandbox.command('/faults', undefined, 'DELETE')
    }
    await page.goto('/settings/fivetran')
    await expect(async () => {
      await page
        .getByRole('button', { name: 'Test again' })
        .click({ timeout: 1000 })
        .catch(() => {})
      expect((await api.read('/settings/fivetran', accountSchema)).account.state).toBe('connected')
    }).toPass({ timeout: 60_000, intervals: [1000, 2000] })
  })
})

test('unknown ids are a sentence on the page and a 404 on the wire', async ({ login, watch }) => {
  const { page, api } = await login('engineer')
  watch.expect(/status of 404/)
  const id = randomUUID()
  for (const [address, resource, sentence] of [
    [`/connections/${id}/overview`, `/connections/${id}`, 'There is no such connection.'],
    [`/connections/${id}/schema`, `/connections/${id}/schema`, 'There is no such connection.'],
    [`/approvals/${id}`, `/proposals/${id}`, 'There is no such proposal.'],
    [`/changes/${id}`, `/changes/${id}`, 'There is no such change.'],
    [`/apply-runs/${id}`, `/apply-runs/${id}`, 'There is no such run.'],
  ] as const) {
    const problem = await problemOf(await api.get(resource), 404)
    expect.soft(problem.title).toBe(sentence)
    await page.goto(address)
    await expect.soft(page.getByText(problem.title).first()).toBeVisible()
  }
  await page.goto('/no-such-page')
  await expect(page.getByText('There is nothing at this address.')).toBeVisible()
})

test('a wrong password says no more than that, and the right one still works', async ({ page, watch }) => {
  watch.expect(/status of 401/)
  const { email, password } = seededPerson('engineer')
  await page.goto('/approvals')
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'That e-mail and password do not match.' })).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/approvals/)
})

test('a viewer reads, and is told who may do the rest', async ({ login }) => {
  const engineer = await login('engineer')
  const { page, api } = await login('viewer')
  const id = await connectionId(engineer.api, 'amber_harbor')
  await page.goto(`/connections/${id}/overview`)
  const refresh = page.getByRole('button', { name: 'Refresh' })
  await expect(refresh).toBeDisabled()
  await expect(refresh).toHaveAccessibleDescription(/refresh connections\.$/)
  await expect(page.getByRole('button', { name: 'Sync now' })).toBeDisabled()
  await page.goto(`/connections/${id}/schema?q=lead.rating`)
  const synced = page.getByRole('checkbox', { name: /Synced: rating/ })
  await expect(synced).toBeDisabled()
  await expect(page.getByText(/propose changes\./).first()).toBeVisible()

  await problemOf(await api.post(`/connections/${id}/refreshes`, {}), 403)
  const body = {
    connectionId: id,
    actions: [{ kind: 'set-column-enabled', schema: 'salesforce', table: 'lead', column: 'rating', enabled: false }],
    rationale: 'Not mine to ask.',
    changeIds: [],
  }
  await problemOf(await api.post('/proposals', body), 403)
})

test('a change from elsewhere, without a session, of a wrong form or too large is refused', async ({
  login,
  request,
}) => {
  const { api } = await login('engineer')
  const action = { kind: 'set-column-enabled', schema: 'salesforce', table: 'task', column: 'priority', enabled: false }
  const proposal = await draft(api, 'amber_harbor', [action])
  const comments = `/proposals/${proposal.id}/comments`
  expect((await problemOf(await api.post(comments, { text: 'x' }, null), 403)).code).toBe('cross-site')
  await problemOf(await api.post(comments, { text: 'x' }, 'https://elsewhere.example'), 403)
  await problemOf(await request.get('/api/v1/proposals'), 401)
  expect((await problemOf(await api.post(comments, { text: 7 }), 400)).code).toBe('invalid-input')
  expect((await problemOf(await api.post(comments, { text: 'x'.repeat(1024 * 1024) }), 413)).code).toBe('too-large')
})
