import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { z } from 'zod'
import { expect, type Person, test } from './fixtures'
import { apply, approve, connectionId, draft, proposalAbout, readRun } from './support/proposals'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const listSchema = z.object({ items: z.array(z.object({ id: z.string() })) })

/** Rules whose answer depends on the colours; the others say the same in every theme. */
const colourRules = ['color-contrast', 'link-in-text-block']

async function seriousFindings(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(levels)).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(' | ')})`,
    )
}

/** Looks at a page in both themes. */
async function expectAccessible(page: Page, address: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(address)
  await settle(page)
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
  const light = await ink()
  expect.soft(await seriousFindings(page), `${address}, light`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(ink).not.toBe(light)
  await endTransitions(page)
  expect.soft(await seriousFindings(page, colourRules), `${address}, dark`).toEqual([])
}

/** Waits for the colours of the theme: what can be pressed moves from one to the other, and halfway there has the contrast of neither. */
async function endTransitions(page: Page): Promise<void> {
  const running = () =>
    page.evaluate(() => document.getAnimations().filter((animation) => animation instanceof CSSTransition).length)
  await expect.poll(running).toBe(0)
}

/** Every route of the console with something on it. */
async function routes({ api }: Person): Promise<string[]> {
  const connection = `/connections/${await connectionId(api, 'quiet_ledger')}`
  const first = async (path: string) => (await api.read(path, listSchema)).items[0]?.id ?? 'missing'
  const employee = `/catalog/${await connectionId(api, 'quiet_ledger')}/netsuite/employee`
  const change = await first('/changes?state=all')
  const run = await first('/apply-runs')
  const proposal = await first('/proposals?view=all')
  return [
    '/',
    '/connections',
    ...['overview', 'schema', 'snapshots', 'changes', 'compare'].map((tab) => `${connection}/${tab}`),
    '/changes',
    `/changes/${change}`,
    '/approvals?view=waiting',
    `/approvals/${proposal}`,
    '/apply-runs',
    '/catalog',
    employee,
    ...['profile', 'checks'].map((part) => `${employee}/${part}`),
    '/quality',
    `/apply-runs/${run}`,
    '/activity',
    '/activity/jobs',
    '/map',
    '/drift',
    '/incidents',
    '/usage/models',
    '/usage/models/calls',
    ...[
      'fivetran',
      'people',
      'policies',
      'warehouses',
      'models',
      'integrations',
      'retraining',
      'appearance',
      'keyboard',
      'away',
      'not-proposed',
    ].map((page) => `/settings/${page}`),
  ]
}

/** A page is looked at when it has said what it has to say. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByText(/^(Reading|Comparing) the/)).toHaveCount(0)
  await page.waitForLoadState('networkidle')
}

test('no route has a serious accessibility finding in light or dark', async ({ login, sandbox, page }) => {
  test.setTimeout(400_000)
  const person = await login('admin')
  // Pages are looked at with something on them: a suspected rename that waits, a run that is over.
  const halves = { schema: 'netsuite', table: 'employee', column: 'mobilePhone', to: 'mobilePhoneNumber' }
  await sandbox.changeSource('quiet_ledger', { op: 'rename-column', ...halves })
  await sandbox.sync('quiet_ledger')
  await proposalAbout(person.api, 'netsuite.employee.mobilePhoneNumber')
  const action = {
    kind: 'set-column-enabled',
    schema: 'netsuite',
    table: 'employee',
    column: 'hireDate',
    enabled: false,
  }
  const proposal = await draft((await login('engineer')).api, 'quiet_ledger', [action])
  await approve(person.api, proposal.id)
  const runId = await apply(person.api, proposal.id)
  await expect.poll(async () => (await readRun(person.api, runId)).state, { timeout: 30_000 }).toBe('verified')
  await expectAccessible(page, '/sign-in')
  for (const route of await routes(person)) await expectAccessible(person.page, route)
})

test('an item is reached and approved with the keyboard alone', async ({ login }) => {
  const engineer = await login('engineer')
  const { page } = await login('steward')
  const hide = (column: string) => ({
    kind: 'set-column-enabled',
    schema: 'netsuite',
    table: 'department',
    column,
    enabled: false,
  })
  const proposals = [
    await draft(engineer.api, 'quiet_ledger', [hide('externalId')]),
    await draft(engineer.api, 'quiet_ledger', [hide('fullName')]),
  ]
  await page.goto('/approvals?view=waiting&q=department')
  const queue = page.getByRole('navigation', { name: 'Queue' })
  await expect(queue.getByRole('link')).toHaveCount(2)
  const heading = page.getByRole('article')
  await expect(heading).toBeVisible()
  const first = await heading.getAttribute('aria-label')
  await page.keyboard.press('j')
  await expect(heading).not.toHaveAttribute('aria-label', first ?? '')
  await page.keyboard.press('k')
  await expect(heading).toHaveAttribute('aria-label', first ?? '')
  await page.keyboard.press('a')
  await expect(page.getByRole('region', { name: 'Apply' })).toBeVisible()
  expect(proposals.some(({ number }) => first?.startsWith(`P-${number},`))).toBe(true)
})

test('a change is staged in the schema tree with the keyboard alone', async ({ login }) => {
  const { page, api } = await login('engineer')
  await page.goto(`/connections/${await connectionId(api, 'quiet_ledger')}/schema?q=vendor`)
  const tree = page.getByRole('treegrid', { name: 'Schema' })
  await expect(tree).toBeVisible()
  await tree.locator('tr[tabindex="0"]').focus()
  await page.keyboard.press('Home')
  const current = tree.locator('tr:focus')
  await expect(current).toHaveAttribute('aria-level', '1')
  await page.keyboard.press('ArrowDown')
  await expect(current).toHaveAttribute('aria-level', '2')
  if ((await current.getAttribute('aria-expanded')) === 'false') await page.keyboard.press('ArrowRight')
  await expect(current).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(current).toHaveAttribute('aria-level', '3')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'Staged changes' })).toContainText('1 change staged')
  await expect(current).toContainText('staged')
  await page.keyboard.press('Space')
  await expect(page.getByRole('region', { name: 'Staged changes' })).toHaveCount(0)
})
