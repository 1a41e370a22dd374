import { AxeBuilder } from '@axe-core/playwright'
import { z } from 'zod'
import { expect, type Person, test } from './fixtures'
import { problemOf } from './support/api'
import { proposalAbout, readProposal } from './support/proposals'
import type { Sandbox } from './support/sandbox'

const settingsSchema = z.object({ dayCapMicros: z.number(), providers: z.array(z.object({ id: z.string() })) })
const callsSchema = z.object({
  items: z.array(z.object({ outcome: z.string(), proposal: z.object({ id: z.string() }).nullable() }).loose()),
})
const table = { schema: 'salesforce', table: 'lead' }
const dayCapMicros = 10_000_000
const model = 'sandbox-large'

/** A column of e-mail addresses appears at the source, and a draft about it arrives. */
async function newColumn(sandbox: Sandbox, person: Person, column: string) {
  await sandbox.changeSource('amber_harbor', {
    op: 'add-column',
    ...table,
    column: { name: column, type: 'STRING', generator: { kind: 'email', style: 'personal' } },
  })
  await sandbox.sync('amber_harbor')
  return proposalAbout(person.api, `salesforce.lead.${column}`)
}

async function seriousFindings({ page }: Person): Promise<string[]> {
  // The button that was pending is announced by its label for some seconds, and is gone from the page by then.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`)
}

// Other journeys go on without a model.
test.afterEach(async ({ login }) => {
  const { api } = await login('admin')
  await api.change('PUT', '/settings/models/stop-switch', { stopped: false })
  await api.change('PATCH', '/settings/models', { dayCapMicros })
  const { providers } = await api.read('/settings/models', settingsSchema)
  for (const { id } of providers) await api.change('DELETE', `/settings/models/providers/${id}`)
})

test('a model is configured, drafts beside the rules, meets its budget and is stopped', async ({
  login,
  sandbox,
  watch,
}) => {
  test.setTimeout(90_000)
  const admin = await login('admin')
  const engineer = await login('engineer')
  const { page } = admin
  await sandbox.command('/model', undefined, 'DELETE')
  await admin.api.change('PATCH', '/settings/models', { dayCapMicros })

  await test.step('an admin gives a provider, tests it, prices a model and puts it first', async () => {
    await page.goto('/settings/models')
    await expect(page.getByRole('main')).toContainText('Everything works by the built-in rules')
    await page.getByRole('button', { name: 'Add a provider' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Scripted')
    await page.getByLabel('Address', { exact: true }).fill(`${sandbox.origin}/model/v1`)
    await page.getByLabel('Key', { exact: true }).fill('model-key')
    await page.getByRole('button', { name: 'Save and test' }).click()
    const provider = page.getByRole('region', { name: 'Scripted' })
    await expect(provider.getByText('Connected', { exact: true })).toBeVisible({ timeout: 20_000 })
    await expect(provider).not.toContainText('model-key')

    await provider.getByRole('button', { name: 'Add a price…' }).click()
    await provider.getByLabel('Model 1', { exact: true }).fill(model)
    await provider.getByLabel('In, $', { exact: true }).fill('free')
    await provider.getByLabel('Out, $', { exact: true }).fill('0.60')
    await provider.getByRole('button', { name: 'Save prices' }).click()
    await expect(provider.getByText('Give dollars, for example 0.15.')).toBeVisible()
    await provider.getByLabel('In, $', { exact: true }).fill('0.15')
    await provider.getByRole('button', { name: 'Save prices' }).click()
    await expect(provider.getByRole('table', { name: 'Prices of Scripted' })).toContainText('$0.15')

    const order = page.getByRole('region', { name: 'Order of fallback' })
    await order.getByRole('button', { name: /Add a model/ }).click()
    await page.getByRole('option', { name: new RegExp(model) }).click()
    await order.getByRole('button', { name: 'Save the order' }).click()
    await expect(order.getByRole('button', { name: 'Save the order' })).toHaveCount(0)
    await expect(page.getByRole('table', { name: 'Tasks' })).toContainText(model)
    expect(await seriousFindings(admin)).toEqual([])
  })

  await test.step('another address says that it clears the key, before it is saved', async () => {
    const provider = page.getByRole('region', { name: 'Scripted' })
    await provider.getByRole('button', { name: 'Edit…' }).click()
    await provider.getByLabel('Address', { exact: true }).fill('https://elsewhere.example/v1')
    await expect(provider).toContainText('Saving another address clears the stored key')
    await provider.getByRole('button', { name: 'Cancel' }).click()
  })

  const column = 'broker_email'
  await test.step('rules and model stand side by side, with what the checker took out', async () => {
    const drafted = {
      rationale: 'Nobody reads brokers here.',
      actions: [
        { kind: 'set-column-hashed', ...table, column, hashed: true },
        { kind: 'set-column-enabled', ...table, column, enabled: false },
        { kind: 'set-column-hashed', ...table, column: 'no_such_column', hashed: true },
      ],
      suggestions: [],
    }
    await sandbox.answerAs('draft-mapping', drafted, 3)
    const proposal = await newColumn(sandbox, engineer, column)
    await engineer.page.goto(`/approvals/${proposal.id}`)
    const item = engineer.page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })
    const sides = item.getByRole('table', { name: 'Rules and model side by side' })
    await expect(sides.getByRole('row', { name: /hashed/ })).toContainText('the same')
    await expect(sides.getByRole('row', { name: /synced/ })).toContainText('model')
    await expect(item.getByRole('region', { name: 'Dropped by the checker' })).toContainText('no_such_column')
    await expect(item).toContainText('✦ AI Nobody reads brokers here.')
    expect(await seriousFindings(engineer)).toEqual([])

    await item.getByRole('button', { name: 'Edit' }).click()
    await item.getByRole('switch', { name: `synced of salesforce.lead.${column}` }).click({ force: true })
    await item.getByLabel('Why it should be so').fill('Sales reads brokers; hashed is enough.')
    await item.getByRole('button', { name: 'Save as revision 2' }).click()
    await expect(item.getByText('rev 2', { exact: true })).toBeVisible()
    expect(await readProposal(engineer.api, proposal.id)).toMatchObject({ state: 'in-review', revision: 2 })

    const { items } = await admin.api.read('/model-calls?task=draft-mapping', callsSchema)
    expect(items.find(({ outcome }) => outcome === 'answered')?.proposal?.id).toBe(proposal.id)
  })

  await test.step('at the cap the rules draft alone; the item and the ledger say why', async () => {
    await page.goto('/settings/models')
    const limits = page.getByRole('region', { name: 'Limits' })
    await limits.getByLabel('Cap a day').fill('0')
    await limits.getByRole('button', { name: 'Save limits' }).click()
    await expect(limits.getByRole('button', { name: 'Save limits' })).toHaveCount(0)
    const paid = await sandbox.paidReplies()
    const proposal = await newColumn(sandbox, engineer, 'notary_email')
    await engineer.page.goto(`/approvals/${proposal.id}`)
    await expect(engineer.page.getByRole('region', { name: 'Evidence' })).toContainText(/Rules only:.*budget/)
    expect(await sandbox.paidReplies()).toBe(paid)
    await page.goto('/usage/models')
    await expect(page.getByRole('table', { name: 'Calls' })).toContainText('over budget')
    expect(await seriousFindings(admin)).toEqual([])
    await page.getByRole('link', { name: 'All calls' }).click()
    await page
      .getByRole('row', { name: /answered|P-\d+/ })
      .first()
      .getByRole('link')
      .first()
      .click()
    await expect(page.getByRole('region', { name: 'Asked' })).toContainText('broker_email')
    expect(await seriousFindings(admin)).toEqual([])
  })

  await test.step('the stop switch works at once, and back', async () => {
    await admin.api.change('PATCH', '/settings/models', { dayCapMicros })
    await page.goto('/usage/models')
    await page.getByRole('button', { name: 'Stop all model calls…' }).click()
    const question = page.getByRole('alertdialog', { name: 'Stop all model calls?' })
    await question.getByLabel('Why').fill('Prices are looked at.')
    await question.getByRole('button', { name: 'Stop all calls' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'All model calls are stopped.' })).toContainText(
      'Prices are looked at.',
    )
    const paid = await sandbox.paidReplies()
    const proposal = await newColumn(sandbox, engineer, 'escrow_email')
    await engineer.page.goto(`/approvals/${proposal.id}`)
    await expect(engineer.page.getByRole('region', { name: 'Evidence' })).toContainText(/Rules only:.*switched off/)
    expect(await sandbox.paidReplies()).toBe(paid)
    await page.getByRole('button', { name: 'Let models answer again…' }).click()
    await page.getByRole('button', { name: 'Let them answer' }).click()
    await expect(page.getByRole('button', { name: 'Stop all model calls…' })).toBeVisible()
  })

  await test.step('an engineer reads the cost and can stop nothing', async () => {
    watch.expect(/status of 403/)
    await engineer.page.goto('/usage/models')
    await expect(engineer.page.getByRole('button', { name: 'Stop all model calls…' })).toBeDisabled()
    await problemOf(await engineer.api.post('/settings/models/providers', {}), 403)
  })
})
