import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { expect, test } from './fixtures'
import { apply, approve, connectionId, draft, readRun } from './support/proposals'

const incidentsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      findings: z.array(z.object({ table: z.string(), column: z.string() }).loose()),
      retraining: z.object({ state: z.string() }).nullable(),
    }),
  ),
})
const driftSchema = z.object({ tables: z.array(z.object({ table: z.string(), state: z.string() }).loose()) })
const place = { schema: 'public', table: 'order_line' }
const arrival = { timeout: 45_000, intervals: [300, 600, 1_000] }

let receiver: Server
const received: { headers: IncomingHttpHeaders; body: string }[] = []

test.beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
})
test.afterAll(() => {
  receiver.closeAllConnections()
  receiver.close()
})

test('a column that moves is found, put to the change before it, and retraining is called for once', async ({
  login,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const admin = await login('admin')
  const engineer = await login('engineer')
  const steward = await login('steward')
  const { page } = engineer
  const connection = await connectionId(admin.api, 'brisk_orchard')

  await test.step('an admin says whom to call, and tries it', async () => {
    await admin.page.goto('/settings/retraining')
    const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/retrain`
    await admin.page.getByRole('textbox', { name: 'Address' }).fill(address)
    await admin.page.getByRole('button', { name: 'Save' }).click()
    await expect(admin.page.getByRole('main')).toContainText('whsec_')
    await admin.page.getByRole('button', { name: 'Send a test' }).click()
    await expect(admin.page.getByRole('main')).toContainText('The receiver took it (204).')
    expect(received.splice(0)).toHaveLength(1)
  })

  await test.step('the tables are measured for the first time', async () => {
    await admin.api.change('PUT', `/connections/${connection}/profiling`, { profilesTables: true })
    await expect(async () => {
      const { tables } = await admin.api.read(`/drift?connectionId=${connection}`, driftSchema)
      expect(tables.map(({ table }) => table)).toContain('order_line')
    }).toPass(arrival)
  })

  await test.step('a change is applied, and another sync brings other values', async () => {
    const change = { kind: 'set-column-enabled', ...place, column: 'tax_rate', enabled: false }
    const proposal = await draft(engineer.api, 'brisk_orchard', [change])
    await approve(steward.api, proposal.id)
    const run = await apply(engineer.api, proposal.id)
    await expect(async () =>
      expect(['applied', 'verified']).toContain((await readRun(engineer.api, run)).state),
    ).toPass(arrival)
    await sandbox.changeSource('brisk_orchard', {
      op: 'set-generator',
      ...place,
      column: 'quantity',
      generator: { kind: 'int_range', min: 6, max: 20 },
    })
    await sandbox.command('/connections/brisk_orchard/sync', {
      wait: true,
      durationMs: 0,
      historical: true,
      force: true,
    })
    await expect(async () => {
      const { items } = await engineer.api.read('/incidents', incidentsSchema)
      expect(items.flatMap(({ findings }) => findings.map(({ column }) => column))).toContain('quantity')
    }).toPass(arrival)
  })

  await test.step('a person finds the column, both distributions and the suspect', async () => {
    await page.goto('/drift')
    await page.getByRole('link', { name: /order_line.*quantity/ }).click()
    const pane = page.getByRole('complementary', { name: 'The column' })
    await expect(pane).toContainText('Drifted, incident I-')
    await expect(pane).toContainText(/R-\d+/)
    await expect(pane.getByRole('img', { name: /bins; the widest gap/ })).toBeVisible()
    await pane.getByRole('link', { name: /incident I-/ }).click()
    await expect(page.getByRole('complementary', { name: 'The incident' })).toContainText('Retraining')
    await page.getByRole('button', { name: 'Acknowledge' }).click()
    await expect(page.getByRole('complementary', { name: 'The incident' })).toContainText('looks after it')
  })

  await test.step('retraining was called for once, whatever is measured later', async () => {
    await sandbox.sync('brisk_orchard')
    await expect(async () => expect(received.length).toBeGreaterThan(0)).toPass(arrival)
    const { items } = await engineer.api.read('/incidents', incidentsSchema)
    expect(items.filter(({ retraining }) => retraining !== null)).toHaveLength(1)
    expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([received[0]?.headers['webhook-id']])
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ type: 'retraining.requested' })
  })

  await admin.api.change('PUT', `/connections/${connection}/profiling`, { profilesTables: false })
})
