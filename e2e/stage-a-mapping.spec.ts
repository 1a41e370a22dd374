import { AxeBuilder } from '@axe-core/playwright'
import { z } from 'zod'
import { expect, test } from './fixtures'
import type { LogEntry, Sandbox } from './support/sandbox'

const script = `
create table customer (id bigint primary key, email text not null, segment text, created_at timestamptz);
create table refund (id bigint primary key, customer_id bigint, amount numeric(12,2), updated_at timestamptz);
`
const name = 'shop_staged'
const logSchema = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      method: z.string(),
      path: z.string(),
      body: z.unknown(),
      status: z.number(),
      actor: z.string(),
    }),
  ),
})
const connectionsSchema = z.object({ items: z.array(z.object({ name: z.string(), externalId: z.string() }).loose()) })

/** What Headgate's key sent since then that made or set something below connections. */
async function sentSince(sandbox: Sandbox, since: number): Promise<LogEntry[]> {
  const { items } = logSchema.parse(await sandbox.command(`/log?since=${since}`))
  return items.filter(({ actor, path }) => actor === 'sandbox-key' && path.startsWith('/v1/connections'))
}

test('a pasted script becomes a paused connection with its settings, approved by somebody else', async ({
  login,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const engineer = await login('engineer')
  const steward = await login('steward')
  const { page } = engineer
  const since = await sandbox.lastSeq()
  let number = ''
  let proposal = ''

  await test.step('the engineer maps the script and hashes one column more', async () => {
    await page.goto('/map')
    await page.getByRole('radio', { name: 'SQL' }).click()
    await page.getByLabel('Name of the source').fill(name)
    await page.getByRole('textbox', { name: 'CREATE TABLE statements' }).fill(script)
    await page.getByRole('button', { name: 'Propose a mapping' }).click()
    const customer = page.getByRole('region', { name: 'customer', exact: true })
    await expect(customer.getByRole('checkbox', { name: 'Hash email' })).toBeChecked()
    await customer.getByRole('checkbox', { name: 'Hash segment' }).check({ force: true })
  })

  await test.step('names that meet are told before anything is staged', async () => {
    await page.getByRole('button', { name: 'Stage for review' }).click()
    const sheet = page.getByRole('dialog', { name: 'Stage for review' })
    await sheet.getByRole('button', { name: /Destination/ }).click()
    await page.getByRole('option', { name: 'Production warehouse' }).click()
    await sheet.getByRole('combobox', { name: 'Connector type' }).fill('postgre')
    await page.getByRole('option', { name: 'postgres', exact: true }).click()
    const prefix = sheet.getByLabel('Prefix of the destination schemas')
    await prefix.fill('Shop')
    await expect(sheet).toContainText('lower-case letters, digits and underscores')
    await prefix.fill('orders')
    await expect(sheet).toContainText('Names meet in the destination.')
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  })

  await test.step('the engineer stages it and goes to the proposal', async () => {
    const sheet = page.getByRole('dialog', { name: 'Stage for review' })
    await sheet.getByLabel('Prefix of the destination schemas').fill(name)
    await expect(sheet).toContainText(`Lands in ${name}_public`)
    await sheet.getByLabel('Host').fill('db.example.com')
    await sheet.getByLabel('Database').fill('shop')
    await sheet.getByLabel('Why').fill('The shop moves into the warehouse.')
    await sheet.getByRole('button', { name: 'Stage for review' }).click()
    const staged = page.getByRole('status').filter({ hasText: 'waits for review' })
    number = /P-(\d+)/.exec(await staged.innerText())?.[1] ?? ''
    await staged.getByRole('link', { name: `Open P-${number}` }).click()
    await expect(page).toHaveURL(/\/approvals\//)
    proposal = page.url()
  })

  const item = page.getByRole('article', { name: new RegExp(`^P-${number},`) })
  await test.step('the proposal shows the create and every setting, and its author cannot approve it', async () => {
    await expect(item.getByRole('heading', { level: 1 })).toContainText(`Create postgres connection ${name}`)
    const settings = item.getByRole('list', { name: 'Settings beforehand' })
    await expect(settings).toContainText('4 columns: 2 synced, 2 hashed, soft-delete')
    await expect(settings.getByRole('listitem').filter({ hasText: 'segment' }).last()).toContainText('hashed')
    await expect(item).toContainText('Headgate deletes no connection.')
    await expect(item.getByRole('button', { name: 'Approve' })).toBeDisabled()
    await page.goto('/connections')
    await expect(page.getByRole('main')).toContainText('zendesk')
    await expect(page.getByRole('main')).not.toContainText(name)
  })

  await test.step('a steward approves it, and nothing is sent by that', async () => {
    await steward.page.goto('/approvals')
    await steward.page
      .getByRole('navigation', { name: 'Queue' })
      .getByRole('link', { name: new RegExp(name) })
      .click()
    const theirs = steward.page.getByRole('article', { name: new RegExp(`^P-${number},`) })
    await theirs.getByRole('button', { name: 'Approve' }).click()
    await expect(theirs.getByRole('region', { name: 'Apply' })).toContainText(`Approved by ${steward.account.name}`)
    expect(await sentSince(sandbox, since)).toEqual([])
  })

  await test.step('the engineer applies it and sees it verified', async () => {
    await page.goto(proposal)
    await item.getByRole('button', { name: 'Apply now' }).click()
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('Sends 2 requests to Fivetran.')
    await dialog.getByRole('button', { name: 'Apply now' }).click()
    await expect(page).toHaveURL(/\/apply-runs\//)
    await expect(page.getByRole('table', { name: 'Steps' })).toContainText(`Create postgres connection ${name}`)
    await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Verified', { timeout: 30_000 })
    await expect(page.getByRole('main')).toContainText('Paused is yes')
  })

  await test.step('Fivetran has one paused connection with the settings, without a credential', async () => {
    const sent = await sentSince(sandbox, since)
    expect(
      sent.map(
        ({ method, path, status }) => `${method} ${path.replace(/connections\/\w+/, 'connections/*')} ${status}`,
      ),
    ).toEqual(['POST /v1/connections 201', 'POST /v1/connections/*/schemas 200'])
    expect(sent[0]?.body).toMatchObject({
      service: 'postgres',
      paused: true,
      config: { schema_prefix: name, host: 'db.example.com' },
    })
    expect(JSON.stringify(sent)).not.toMatch(/password|"auth"/)
    expect(sent[1]?.body).toMatchObject({
      schemas: {
        public: { tables: { customer: { columns: { email: { hashed: true }, segment: { hashed: true } } } } },
      },
    })
    await page.goto('/connections')
    await expect(page.getByRole('main')).toContainText(name)
  })

  const { items } = await engineer.api.read('/connections?limit=200', connectionsSchema)
  const created = items.find((connection) => connection.name === name)
  await sandbox.command('/edit', { path: `/v1/connections/${created?.externalId}`, method: 'DELETE', body: {} })
})
