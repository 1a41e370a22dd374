import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { expect, test } from './fixtures'
import type { Api } from './support/api'
import { connectionId, draft, proposalAbout, readProposal } from './support/proposals'

const turnSchema = z.object({ turn: z.object({ sentence: z.string() }).nullable() }).loose()
const exclusionsSchema = z.object({
  items: z.array(z.object({ pattern: z.string().nullable(), passedOver: z.number() }).loose()),
})

const hide = (column: string, table = 'department') => ({
  kind: 'set-column-enabled',
  schema: 'netsuite',
  table,
  column,
  enabled: false,
})
/** Several proposals of one engineer that look alike. */
const draftAlike = async (api: Api, columns: string[]) => {
  const drafted = []
  for (const column of columns) drafted.push(await draft(api, 'quiet_ledger', [hide(column)]))
  return drafted
}

test('a proposal is set aside and brought back, and its time keeps running', async ({ login }) => {
  const engineer = await login('engineer')
  const { page } = await login('steward')
  const proposal = await draft(engineer.api, 'quiet_ledger', [hide('isInactive')])
  await page.goto(`/approvals/${proposal.id}?view=waiting`)
  const item = page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })
  await expect(item.getByText('it is for stewards')).toBeVisible()
  await page.keyboard.press('s')
  const sheet = page.getByRole('dialog', { name: `Snooze P-${proposal.number}` })
  await expect(sheet).toContainText('Its time keeps running: decide by')
  await sheet.getByRole('button', { name: 'After the next sync' }).click()
  await expect(item.getByText(/Snoozed by .* until the next sync ends/)).toBeVisible()
  await page.goto('/approvals?view=snoozed')
  await expect(page.getByRole('navigation', { name: 'Queue' }).getByRole('link')).toHaveCount(1)
  await page.getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByText('Back in the queue.')).toBeVisible()
})

test('a proposal is handed to another person, who decides in their place', async ({ login }) => {
  test.setTimeout(90_000)
  const engineer = await login('engineer')
  const first = await login('steward')
  const second = await login('second-steward')
  const proposal = await draft(engineer.api, 'quiet_ledger', [hide('lastModifiedDate')])
  await first.page.goto(`/approvals/${proposal.id}?view=waiting`)
  const item = first.page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })
  await item.getByRole('button', { name: 'More' }).click()
  await first.page.getByRole('menuitem', { name: 'Hand over' }).click()
  const sheet = first.page.getByRole('dialog', { name: `Hand over P-${proposal.number}` })
  await sheet.getByRole('button', { name: /Choose a person/ }).click()
  await expect(first.page.getByRole('option', { name: engineer.account.name })).toHaveCount(0)
  await first.page.getByRole('option', { name: second.account.name }).first().click()
  await sheet.getByRole('button', { name: 'Hand over' }).click()
  await expect(item.getByText(`handed it to ${second.account.name} and keeps watching`)).toBeVisible()
  await second.page.goto(`/approvals/${proposal.id}`)
  const theirs = second.page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })
  await expect(theirs.getByText(`You decide for ${first.account.name}.`)).toBeVisible()
  await theirs.getByRole('button', { name: 'Approve' }).click()
  await expect(theirs.getByText(`for ${first.account.name}`, { exact: true })).toBeVisible()
})

test('look-alikes are approved together, exactly as listed', async ({ login }) => {
  const engineer = await login('engineer')
  const { page } = await login('steward')
  const drafted = await draftAlike(engineer.api, ['externalId', 'name', 'fullName'])
  await page.goto('/approvals?view=waiting&q=department')
  await page.getByRole('button', { name: /look alike in netsuite/i }).click()
  const sheet = page.getByRole('dialog', { name: /look alike/ })
  await expect(sheet).toContainText('Where they are')
  for (const box of await sheet.getByRole('checkbox').all()) {
    const label = (await box.locator('xpath=ancestor::label').textContent()) ?? ''
    const isOurs = drafted.slice(0, 2).some(({ number }) => label.includes(`P-${number} `))
    if (!isOurs) await box.uncheck({ force: true })
  }
  await sheet.getByRole('button', { name: 'Approve 2' }).click()
  await expect(sheet.getByRole('status')).toContainText('2 approved.')
  const states = await Promise.all(drafted.map(async ({ id }) => (await readProposal(engineer.api, id)).state))
  expect(states).toEqual(['approved', 'approved', 'in-review'])
})

test('what is rejected is not proposed again, until that is lifted', async ({ login, sandbox }) => {
  test.setTimeout(90_000)
  const { page, api } = await login('steward')
  const tag = randomBytes(3).toString('hex').replaceAll(/\d/g, 'x')
  const arrive = async (column: string) => {
    await sandbox.changeSource('amber_harbor', {
      op: 'add-column',
      schema: 'salesforce',
      table: 'lead',
      column: { name: column, type: 'STRING', generator: { kind: 'email', style: 'personal' } },
    })
    await sandbox.sync('amber_harbor')
  }
  await arrive(`${tag}_email_1`)
  const proposal = await proposalAbout(api, `salesforce.lead.${tag}_email_1`)
  await page.goto(`/approvals/${proposal.id}?view=waiting`)
  const item = page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })
  await item.getByRole('button', { name: 'Reject' }).click()
  const sheet = page.getByRole('dialog', { name: `Reject P-${proposal.number}?` })
  await sheet.getByRole('radio', { name: 'Wrong class' }).click()
  await sheet.getByText('Do not propose it again').click()
  await sheet.getByRole('radio', { name: 'Names like it' }).click()
  await expect(sheet.getByLabel('Names like', { exact: true })).toHaveValue(`${tag}_email_*`)
  await sheet.getByRole('button', { name: 'Reject', exact: true }).click()
  await expect(page.getByText('Rejected. Fivetran stays as it is.')).toBeVisible()

  await arrive(`${tag}_email_2`)
  await expect
    .poll(
      async () =>
        (await api.read('/draft-exclusions', exclusionsSchema)).items.find(
          ({ pattern }) => pattern === `${tag}_email_*`,
        )?.passedOver,
      { timeout: 30_000 },
    )
    .toBe(1)
  await page.goto('/settings/not-proposed')
  const row = page.getByRole('listitem').filter({ hasText: `${tag}_email_*` })
  await expect(row).toContainText('1 change passed over')
  await row.getByRole('button', { name: 'Lift' }).click()
  await expect(page.getByText('Lifted. It may be proposed again.')).toBeVisible()
  await proposalAbout(api, `salesforce.lead.${tag}_email_2`)
})

test('a stand-in gets what would wait for an owner who is away', async ({ login }) => {
  const engineer = await login('engineer')
  const { page, api, account } = await login('steward')
  const second = await login('second-steward')
  await page.goto('/settings/away')
  await page.getByLabel('First day').fill(new Date().toISOString().slice(0, 10))
  await page.getByRole('button', { name: /Choose a person/ }).click()
  await page.getByRole('option', { name: second.account.name }).first().click()
  await page.getByRole('button', { name: 'Be away' }).click()
  await expect(page.getByText(`${second.account.name} stands in.`)).toBeVisible()
  const proposal = await draft(engineer.api, 'quiet_ledger', [hide('isElimination', 'subsidiary')])
  const { turn } = await api.read(`/proposals/${proposal.id}`, turnSchema)
  expect(turn?.sentence).not.toContain(account.name)
  expect(await connectionId(api, 'quiet_ledger')).toBeTruthy()
  await page.getByRole('button', { name: 'I am back' }).click()
  await expect(page.getByText('You are not away.')).toBeVisible()
})
