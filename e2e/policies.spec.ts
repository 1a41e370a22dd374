import { z } from 'zod'
import { expect, test } from './fixtures'
import type { Api } from './support/api'
import { apply, approve, proposalAbout, readProposal } from './support/proposals'
import type { Sandbox } from './support/sandbox'

const table = 'zendesk.ticket'
/** So few, so that a journey can earn it; an installation asks for more. */
const casesMin = 3

/** Columns that hold e-mail addresses appear at the source: a rule drafts to hash each of them. */
async function arrive(sandbox: Sandbox, ...names: string[]): Promise<void> {
  for (const name of names) {
    await sandbox.changeSource('gentle_lantern', {
      op: 'add-column',
      schema: 'zendesk',
      table: 'ticket',
      column: { name, type: 'STRING', generator: { kind: 'email', style: 'personal' } },
    })
  }
  await sandbox.sync('gentle_lantern')
}

async function untilRun(api: Api, path: string, states: string[]): Promise<string> {
  const { id } = await proposalAbout(api, path, ['in-review', 'approved', 'applying', 'applied', 'verified'])
  await expect
    .poll(async () => (await readProposal(api, id)).runs[0]?.state, { timeout: 30_000 })
    .toMatch(new RegExp(states.join('|')))
  return id
}

test('a policy is edited, tested on the past and saved; what it allows goes by itself until somebody stops it', async ({
  login,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const admin = await login('admin')
  const engineer = await login('engineer')
  const steward = await login('steward')

  await test.step('people agree with three proposals to hash, which is a record', async () => {
    const paths = ['reply_email', 'copy_email', 'escalation_email'].map((name) => `${table}.${name}`)
    await arrive(sandbox, ...paths.map((path) => path.split('.').at(-1) ?? ''))
    const proposals = await Promise.all(paths.map((path) => proposalAbout(engineer.api, path)))
    for (const { id } of proposals) {
      await approve(steward.api, id)
      await apply(engineer.api, id)
    }
    await Promise.all(paths.map((path) => untilRun(engineer.api, path, ['verified'])))
  })

  const { page } = admin
  await test.step('an admin writes a rule in choices, and Save sleeps until it was tested', async () => {
    await page.goto('/settings/policies')
    const rules = page.getByRole('region', { name: 'Rules' })
    await rules.getByRole('button', { name: 'Add a rule' }).click()
    await rules.getByRole('button', { name: /^Action/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Hashing a column' }).click()
    // The proposal that hashes also switches on, where the column would arrive off.
    await page.getByRole('menuitemcheckbox', { name: 'Including a column' }).click()
    await page.keyboard.press('Escape')
    await rules.getByRole('button', { name: /What follows/ }).click()
    await page.getByRole('option', { name: 'may be applied by itself' }).click()
    await expect(rules.getByText('may be applied by itself.')).toBeVisible()
    await rules.getByRole('button', { name: 'Keep in the draft' }).click()
    await page.getByLabel('Agreement, at least').fill('50')
    await page.getByLabel('Cases, at least').fill(String(casesMin))
    await page.getByLabel('Waits first').fill('0')
    const bar = page.getByRole('region', { name: 'Draft of the policy' })
    await expect(bar.getByRole('button', { name: /^Save as version/ })).toBeDisabled()
    await bar.getByRole('button', { name: 'Back-test' }).click()
    await expect(page.getByRole('table', { name: 'Back-test' })).toContainText('By itself')
    await bar.getByRole('button', { name: /^Save as version/ }).click()
    await expect(bar).toHaveCount(0)
    const earned = page.getByRole('table', { name: 'Earned' })
    await expect(earned.getByRole('row').filter({ hasText: 'zendesk' }).first()).toContainText('earned')
  })

  await test.step('the next one goes by itself, and the audit says by which rule', async () => {
    await arrive(sandbox, 'owner_email')
    const id = await untilRun(engineer.api, `${table}.owner_email`, ['verified'])
    const detail = await readProposal(engineer.api, id)
    expect(detail.reviews).toEqual([])
    const events = await engineer.api.read(
      `/audit-events?correlationId=${detail.correlationId}&limit=200`,
      z.object({ items: z.array(z.object({ action: z.string() })) }),
    )
    expect(events.items.map(({ action }) => action)).toContain('proposal.auto-approved')
  })

  await test.step('an engineer stops it; every page says so, and the one after waits for a person', async () => {
    await engineer.page.goto('/settings/policies')
    await engineer.page.getByRole('button', { name: 'Stop everything automatic…' }).click()
    const dialog = engineer.page.getByRole('alertdialog')
    await dialog.getByLabel('Why').fill('A release is going out.')
    await dialog.getByRole('button', { name: 'Stop it now' }).click()
    await expect(engineer.page.getByText('Everything automatic is stopped.').first()).toBeVisible()
    await arrive(sandbox, 'stopped_email')
    const waiting = await proposalAbout(engineer.api, `${table}.stopped_email`)
    await steward.page.goto(`/approvals/${waiting.id}`)
    const item = steward.page.getByRole('article', { name: new RegExp(`^P-${waiting.number},`) })
    await expect(item).toContainText('stopped everything automatic: a person decides.')
    await expect(steward.page.getByRole('main').locator('..')).toContainText('Everything automatic is stopped.')
    expect((await readProposal(engineer.api, waiting.id)).runs).toEqual([])
  })

  await test.step('the admin takes the rule back and lets it go on, as it was', async () => {
    await page.goto('/settings/policies')
    const first = page.getByRole('list', { name: 'Rules' }).getByRole('listitem').first()
    await first.getByRole('button', { name: /^Remove/ }).click()
    const bar = page.getByRole('region', { name: 'Draft of the policy' })
    await bar.getByRole('button', { name: 'Back-test' }).click()
    await bar.getByRole('button', { name: /^Save as version/ }).click()
    await expect(bar).toHaveCount(0)
    await page.getByRole('button', { name: 'Let it go on' }).click()
    await expect(page.getByRole('button', { name: 'Stop everything automatic…' })).toBeVisible()
  })
})
