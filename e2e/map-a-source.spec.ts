import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { problemOf } from './support/api'

const order = (id: number) =>
  JSON.stringify({
    id,
    custEmail: `ada${id}@example.com`,
    notes: 'left at the door',
    'ship-to': 'Berlin',
    shipTo: 'Berlin',
    updatedAt: `2026-01-0${id}T10:00:00Z`,
    address: { city: 'Berlin', zip: '10115' },
    items: [
      { sku: `A${id}`, quantity: 2 },
      { sku: `B${id}`, quantity: 1 },
    ],
  })
const orders = [1, 2, 3].map(order).join('\n')

async function paste(page: Page, text: string, name = 'orders'): Promise<void> {
  await page.goto('/map')
  await page.getByLabel('Name of the source').fill(name)
  await page.getByRole('textbox', { name: /^Records/ }).fill(text)
  await page.getByRole('button', { name: 'Propose a mapping' }).click()
}

async function download(page: Page): Promise<{ name: string; text: string }> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ])
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') }
}

async function seriousFindings(page: Page): Promise<string[]> {
  // The button that was pending is announced by its label for some seconds, and is gone from the page by then.
  await expect(page.locator('[data-live-announcer] [role=img]')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`)
}

test('records become tables, are edited in place, and the documents say what was edited', async ({ login }) => {
  const { page } = await login('engineer')
  await paste(page, orders)
  const table = page.getByRole('region', { name: 'orders', exact: true })
  await expect(table.getByRole('heading', { name: 'orders' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'orders_items' })).toContainText('from the list items')
  await expect(table.getByRole('row', { name: /custEmail/ })).toContainText('e-mail address')
  await expect(page.getByText('1 collision: the documents hold only one of each.')).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])

  await page.getByRole('textbox', { name: 'Name of shipTo in the destination' }).fill('ship_to_city')
  await expect(page.getByText(/^1 collision/)).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Name of notes in models' }).fill('delivery_note')
  // The box is small and drawn: its cell is what a hand meets.
  await table.getByRole('checkbox', { name: 'Hash notes' }).check({ force: true })
  await expect(page.getByText('2 edits, kept in this tab only.')).toBeVisible()

  const documents = page.getByRole('complementary', { name: 'Documents' })
  await expect(documents).toContainText('ship_to_city')
  const config = await download(page)
  expect(config.name).toBe('orders_schema_config.json')
  const { columns } = JSON.parse(config.text).schemas.orders.tables.orders
  expect(columns.notes).toEqual({ enabled: true, hashed: true, is_primary_key: false })
  expect(columns.ship_to_city).toMatchObject({ enabled: true })

  await documents.getByRole('tab', { name: 'Models' }).click()
  const model = await download(page)
  expect(model.name).toBe('stg_orders__orders.sql')
  expect(model.text).toContain('notes as delivery_note')

  await page.getByRole('textbox', { name: 'Name of notes in models' }).fill('no spaces')
  await expect(table).toContainText('Letters, digits and _ only.')
  await page.getByRole('button', { name: 'Undo all edits' }).click()
  await expect(page.getByText('As proposed, nothing edited yet.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name of notes in models' })).toHaveValue('notes')
  await expect(table.getByRole('checkbox', { name: 'Hash notes' })).not.toBeChecked()
})

test('bad JSON is refused at its line, and the text stays', async ({ login, watch }) => {
  const { page, api } = await login('engineer')
  watch.expect(/422/)
  await paste(page, `${order(1)}\n{"id": 2,\n${order(3)}`)
  const refusal = page.getByRole('alert').filter({ hasText: 'No mapping was proposed.' })
  await expect(refusal).toContainText('Line 3: expected a key in double quotes')
  await refusal.getByRole('button', { name: 'Go to line 3' }).click()
  const field = page.getByRole('textbox', { name: /^Records/ })
  await expect(field).toBeFocused()
  const chosen = await field.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  )
  expect(chosen).toBe(order(3))
  const problem = await problemOf(await api.post('/mappings', { kind: 'ddl', name: 'x', text: 'create table (' }), 422)
  expect(problem.title).toContain('Line 1')
})

test('a file of several megabytes and a connection are mapped; a viewer is told who may', async ({ login, watch }) => {
  test.setTimeout(120_000)
  watch.expect(/403/)
  const { page } = await login('engineer')
  await page.goto('/map')
  await page.getByRole('radio', { name: 'Upload a file' }).click()
  // Written as JSON, its quotes make it larger than what proxies usually hand on.
  const line = `${order(1)}\n`
  const buffer = Buffer.from(line.repeat(Math.floor((7.9 * 1024 * 1024) / line.length)))
  await page.locator('input[type=file]').setInputFiles({ name: 'orders.ndjson', mimeType: 'text/plain', buffer })
  await expect(page.getByRole('main')).toContainText('7.9 MiB')
  await page.getByRole('button', { name: 'Propose a mapping' }).click()
  await expect(page.getByRole('region', { name: 'orders', exact: true })).toBeVisible({ timeout: 60_000 })

  await page.getByRole('button', { name: 'Another source' }).click()
  await page.getByRole('radio', { name: 'A connection' }).click()
  await page.getByRole('button', { name: /Connection/ }).click()
  await page.getByRole('option', { name: /netsuite/ }).click()
  await page.getByRole('button', { name: 'Propose a mapping' }).click()
  await expect(page.getByRole('region', { name: 'employee', exact: true })).toBeVisible()
  expect(await seriousFindings(page)).toEqual([])

  const viewer = await login('viewer')
  await viewer.page.goto('/map')
  await expect(viewer.page.getByRole('main')).toContainText('Engineers, stewards, and admins see')
  await problemOf(await viewer.api.post('/mappings', { kind: 'ddl', name: 'x', text: 'y' }), 403)
})

test.describe('a phone at 390×844', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('both steps keep within the screen', async ({ login }) => {
    const { page } = await login('engineer')
    await paste(page, orders)
    await expect(page.getByRole('region', { name: 'orders', exact: true })).toBeVisible()
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
  })
})
