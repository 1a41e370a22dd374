import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { draft } from './support/proposals'

const hide = (column: string) => [
  { kind: 'set-column-enabled', schema: 'netsuite', table: 'transaction', column, enabled: false },
]

async function expectOnScreen(page: Page, part: Locator, what: string): Promise<void> {
  await expect(part, what).toBeVisible()
  const box = await part.boundingBox()
  const height = page.viewportSize()?.height ?? 0
  expect
    .soft(box && box.y >= 0 && box.y + box.height <= height, `${what} is on the screen: ${JSON.stringify(box)}`)
    .toBe(true)
}

test.describe('a laptop at 1280×720', () => {
  test.use({ viewport: { width: 1280, height: 720 } })
  test('all that decides a routine item is seen without scrolling', async ({ login }) => {
    const engineer = await login('engineer')
    const { page } = await login('steward')
    const proposal = await draft(engineer.api, 'quiet_ledger', hide('memo'))
    await page.goto(`/approvals/${proposal.id}`)
    const item = page.getByRole('article', { name: new RegExp(`^P-${proposal.number},`) })
    const decision = item.getByRole('region', { name: 'Decision' })
    await expectOnScreen(page, decision.getByRole('button', { name: 'Approve' }), 'Approve')
    const top = (await decision.boundingBox())?.y ?? 0
    for (const fact of ['Change', 'Evidence', 'Impact', 'Way back', 'Gates']) {
      const block = item.getByRole('heading', { name: new RegExp(`^${fact}\\b`) })
      await expectOnScreen(page, block, fact)
      const box = await block.boundingBox()
      expect.soft((box?.y ?? 9999) + (box?.height ?? 0), `${fact} is above the bar`).toBeLessThanOrEqual(top)
    }
    await expectOnScreen(page, item.getByRole('list', { name: 'Stages' }), 'Stages')
  })
})

test.describe('a phone at 390×844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('Home, the queue and an item never scroll sideways', async ({ login }) => {
    const engineer = await login('engineer')
    const { page } = await login('steward')
    const proposal = await draft(engineer.api, 'quiet_ledger', hide('exchangeRate'))
    const pages = [
      '/',
      '/usage/models',
      '/usage/models/calls',
      '/quality',
      '/drift',
      '/incidents',
      '/settings/policies',
    ]
    // The item comes last: what can be decided there is looked at below.
    for (const address of [...pages, '/approvals', `/approvals/${proposal.id}`]) {
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
      expect.soft(widths[0], address).toBeLessThanOrEqual(widths[1] ?? 0)
    }
    const bar = page.getByRole('region', { name: 'Decision' })
    await expectOnScreen(page, bar.getByRole('button', { name: 'Approve' }), 'Approve')
  })
})
