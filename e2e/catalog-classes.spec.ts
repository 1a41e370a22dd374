import { z } from 'zod'
import { expect, test } from './fixtures'
import { connectionId, proposalAbout } from './support/proposals'

const place = { schema: 'salesforce', table: 'lead' }
const columns = [
  { name: 'owner_tint', type: 'STRING', generator: { kind: 'enum', values: ['red', 'teal'] } },
  { name: 'backup_email', type: 'STRING', generator: { kind: 'email', style: 'personal' } },
]
const tableSchema = z.object({
  columns: z.array(
    z.object({ name: z.string(), class: z.object({ class: z.string().nullable() }).loose().nullable() }).loose(),
  ),
})

test('a steward decides what columns hold, and proposals follow', async ({ login, sandbox }) => {
  test.setTimeout(120_000)
  const steward = await login('steward')
  const engineer = await login('engineer')
  const { page, api } = steward
  const connection = await connectionId(api, 'amber_harbor')
  const address = `/catalog/${connection}/salesforce/lead`
  for (const column of columns) await sandbox.changeSource('amber_harbor', { op: 'add-column', ...place, column })
  await sandbox.sync('amber_harbor')
  const hashing = await proposalAbout(api, 'salesforce.lead.backup_email')
  expect(hashing.actions.map(({ kind }) => kind)).toContain('set-column-hashed')
  await expect
    .poll(async () => {
      const table = await api.read(`/catalog/tables/${connection}/salesforce/lead`, tableSchema)
      return table.columns.find(({ name }) => name === 'owner_tint')?.class
    })
    .toMatchObject({ class: null })

  const list = page.getByRole('table', { name: 'Tables' })
  const table = page.getByRole('table', { name: 'Columns' })
  const inspector = page.getByRole('complementary', { name: 'The chosen column' })
  const rowOf = (column: string) => table.getByRole('row').filter({ hasText: column })

  await test.step('the list leads with what lies in plain text, and its filters are in the address', async () => {
    await page.goto('/catalog')
    await expect(list.getByRole('row').nth(1)).toBeVisible()
    await page.getByRole('search', { name: 'Which tables' }).getByRole('link', { name: 'Sensitive in plain' }).click()
    await expect(page).toHaveURL(/plain=true/)
    await page.getByRole('searchbox', { name: 'Find a table or connection' }).fill('salesforce.lead')
    await expect(page).toHaveURL(/q=salesforce\.lead/)
    await list.getByRole('link', { name: /lead$/ }).click()
    await expect(page).toHaveURL(address)
  })

  await test.step('J, K and A move and accept', async () => {
    await rowOf('backup_email').getByRole('link').click()
    await expect(inspector).toContainText('backup_email')
    await page.keyboard.press('k')
    await expect(inspector).not.toContainText('backup_email')
    await page.keyboard.press('j')
    await expect(inspector.getByRole('button', { name: 'Accept: e-mail address' })).toBeVisible()
    await page.keyboard.press('a')
    await expect(rowOf('backup_email')).toContainText(steward.account.name)
    await expect(inspector.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
  })

  await test.step('what is nothing personal is no longer proposed for hashing', async () => {
    await inspector.getByRole('button', { name: 'Correct' }).click()
    await page.getByRole('menuitem', { name: 'nothing personal' }).click()
    await expect(rowOf('backup_email')).toContainText('nothing personal')
    // Harmless now, it comes in by the policy.
    const letIn = await proposalAbout(api, 'salesforce.lead.backup_email', [
      'approved',
      'applying',
      'applied',
      'verified',
    ])
    expect(letIn.id).not.toBe(hashing.id)
    expect(letIn.actions.map(({ kind }) => kind)).not.toContain('set-column-hashed')
    await page.goto(`/connections/${connection}/schema?q=lead.backup_email`)
    const tree = page.getByRole('treegrid', { name: 'Schema' })
    await expect(tree.getByRole('row').filter({ hasText: 'backup_email' }).first()).toBeVisible()
    await expect(tree.getByText('email', { exact: true })).toHaveCount(0)
  })

  await test.step('a class that no rule saw brings a proposal to hash', async () => {
    await page.goto(`${address}?at=owner_tint`)
    await inspector.getByRole('button', { name: 'Correct' }).click()
    await page.getByRole('menuitem', { name: 'fact about health' }).click()
    await expect(rowOf('owner_tint')).toContainText('fact about health')
    const drafted = await proposalAbout(api, 'salesforce.lead.owner_tint')
    expect(drafted.actions).toMatchObject([{ kind: 'set-column-hashed', column: 'owner_tint', hashed: true }])
  })

  await test.step('undone, the rules count again and the proposal is gone', async () => {
    await page.keyboard.press('u')
    await expect(rowOf('owner_tint')).toContainText('nothing personal')
    await expect(rowOf('owner_tint')).not.toContainText(steward.account.name)
    await proposalAbout(api, 'salesforce.lead.owner_tint', ['superseded'])
  })

  await test.step('an engineer sees who decides, and proposes hashing from here', async () => {
    await engineer.page.goto(`${address}?show=plain`)
    const theirs = engineer.page.getByRole('complementary', { name: 'The chosen column' })
    await expect(theirs).toContainText('Stewards and admins decide classes.')
    await expect(theirs.getByRole('button', { name: /^(Accept|Correct)/ }).first()).toBeDisabled()
    await theirs.getByRole('link', { name: 'Propose hashing' }).click()
    await expect(engineer.page).toHaveURL(/\/schema\?/)
    await expect(
      engineer.page.getByRole('treegrid', { name: 'Schema' }).locator('tr[aria-selected="true"]'),
    ).toHaveAttribute('aria-level', '3')
    const refused = await engineer.api.post('/catalog/decisions', {
      connectionId: connection,
      ...place,
      column: 'owner_tint',
      class: null,
    })
    expect(refused.status()).toBe(403)
  })

  await test.step('the decisions are in the audit', async () => {
    await page.goto('/activity?q=backup_email')
    const events = page.getByRole('table', { name: 'Audit events' })
    await expect(events.getByRole('row').filter({ hasText: 'decided the class of' }).first()).toBeVisible()
  })
})
