import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { expect, test } from './fixtures'
import { draft } from './support/proposals'

const ruleSchema = z.object({ id: z.string(), obligations: z.array(z.string()) }).loose()
const policiesSchema = z.object({
  version: z.number(),
  policy: z.object({ rules: z.array(ruleSchema) }).loose(),
})
const ticketSchema = z.object({ fields: z.object({ summary: z.string(), labels: z.array(z.string()) }) })

/** As much of a ticket desk as answers a test and takes a ticket. */
async function openDesk() {
  const tickets: z.infer<typeof ticketSchema>[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => {
      text += part.toString('utf8')
    })
    request.on('end', () => {
      const path = request.url ?? ''
      if (request.method === 'POST') tickets.push(ticketSchema.parse(JSON.parse(text)))
      const said = path.includes('createmeta')
        ? { issueTypes: [{ name: 'Task' }] }
        : path.includes('search')
          ? { issues: [] }
          : { id: '1', key: `DATA-${tickets.length}`, self: '' }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, tickets, close: () => server.close() }
}

test('a high-risk proposal opens a ticket where an admin said, and one desk is one ticket', async ({ login }) => {
  const { page, api } = await login('admin')
  const engineer = await login('engineer')
  const desk = await openDesk()
  const obliging = async (obligations: string[]) => {
    const { version, policy } = await api.read('/policies', policiesSchema)
    const rules = policy.rules.map((rule) => (rule.id === 'high-risk-needs-review' ? { ...rule, obligations } : rule))
    await api.send(
      '/policies',
      { baseVersion: version, policy: { ...policy, rules } },
      z.object({ version: z.number() }),
    )
  }

  await test.step('an admin adds the desk; its key is sealed and the worker tries it', async () => {
    await page.goto('/settings/integrations')
    await page.getByRole('button', { name: 'Add a channel' }).click()
    await page.getByRole('button', { name: /Kind/ }).click()
    await page.getByRole('option', { name: 'Jira' }).click()
    await page.getByRole('button', { name: 'Save and test' }).click()
    await expect(page.getByText('Give the key of the project, for example DATA.')).toBeVisible()
    await page.getByLabel('Name').fill('Data desk')
    await page.getByLabel('Address').fill(desk.address)
    await page.getByLabel('User').fill('desk@example.com')
    await page.getByLabel('Project key').fill('DATA')
    await page.getByLabel('API token', { exact: true }).fill('token-of-the-desk')
    await page.getByRole('button', { name: 'Save and test' }).click()
    const channel = page.getByRole('region', { name: 'Data desk' })
    await expect(channel.getByText('Connected')).toBeVisible()
    await expect(channel).not.toContainText('token-of-the-desk')
  })

  await test.step('a rule asks for a ticket, and two proposals of the same wish open one', async () => {
    await obliging(['open-ticket'])
    const wish = [{ kind: 'resync-table', schema: 'netsuite', table: 'department' }]
    await draft(engineer.api, 'quiet_ledger', wish)
    await draft(engineer.api, 'quiet_ledger', wish)
    await obliging([])
    const notices = page.getByRole('list', { name: 'Notices' })
    await expect(notices.getByRole('link', { name: 'DATA-1' })).toBeVisible({ timeout: 20_000 })
    await expect(notices.getByRole('listitem')).toHaveCount(1)
    await expect(notices).toContainText('and 1 more', { timeout: 20_000 })
    expect(desk.tickets).toHaveLength(1)
    expect(desk.tickets[0]?.fields.summary).toContain('netsuite.department')
  })

  await test.step('and the desk is removed with its key', async () => {
    await page.getByRole('button', { name: 'Remove…' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await expect(page.getByText('Nobody outside is told of anything.')).toBeVisible()
    desk.close()
  })
})
