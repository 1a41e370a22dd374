import { z } from 'zod'
import { expect, test } from './fixtures'

const settingsSchema = z.object({
  webhook: z.object({ address: z.string(), state: z.string(), refused24h: z.number() }),
})
const refusalSchema = z.object({ title: z.string(), code: z.string() })
const tooLarge = 1024 * 1024 + 1

const body = JSON.stringify({
  event: 'sync_end',
  created: '2026-01-01T00:00:00.000Z',
  connector_id: 'amber_harbor',
  connector_type: 'salesforce',
  sync_id: 'forged',
  data: { status: 'SUCCESSFUL' },
})

test('a delivery that Fivetran did not sign is refused, and the refusal is seen', async ({ login, request }) => {
  const { page, api } = await login('engineer')
  await expect(async () => {
    expect((await api.read('/settings/fivetran', settingsSchema)).webhook.state).toBe('active')
  }).toPass({ timeout: 30_000 })
  const { webhook } = await api.read('/settings/fivetran', settingsSchema)
  const deliver = (headers: Record<string, string>, data: string | Buffer = body, address = webhook.address) =>
    request.post(address, { data, headers: { 'content-type': 'application/json', ...headers } })

  const forged = await deliver({ 'x-fivetran-signature-256': 'A'.repeat(64) })
  expect(forged.status()).toBe(401)
  expect(refusalSchema.parse(await forged.json()).code).toBe('bad-signature')
  const unsigned = await deliver({})
  expect(unsigned.status()).toBe(401)

  const large = await deliver({ 'x-fivetran-signature-256': 'A'.repeat(64) }, Buffer.alloc(tooLarge, 'x'))
  expect(large.status()).toBe(413)
  expect(refusalSchema.parse(await large.json()).title).toContain('1024 KiB')

  const elsewhere = webhook.address.replace(/[^/]+$/, 'nobody-listens-at-this-token')
  const unknown = await deliver({ 'x-fivetran-signature-256': 'A'.repeat(64) }, body, elsewhere)
  expect(unknown.status()).toBe(404)
  expect(refusalSchema.parse(await unknown.json()).title).toBe('No account listens here.')

  await page.goto('/settings/fivetran')
  const aside = page.getByRole('complementary', { name: 'Webhook, calls and destinations' })
  await expect(aside.getByText(/ was refused\./)).toBeVisible()
  await expect(aside).toContainText('It was not read.')
  const after = await api.read('/settings/fivetran', settingsSchema)
  // Too large and unknown are turned away before anybody knows whose they are.
  expect(after.webhook.refused24h).toBe(webhook.refused24h + 2)
})
