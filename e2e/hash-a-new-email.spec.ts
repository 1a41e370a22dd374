import { z } from 'zod'
import { expect, test } from './fixtures'
import { problemOf } from './support/api'
import { connectionId, proposalAbout, readProposal } from './support/proposals'

const path = 'salesforce.lead.assistant_email'
const eventsSchema = z.object({ items: z.array(z.object({ action: z.string(), correlationId: z.string() })) })

/** The chain of one thread, in the order in which it must have happened. */
const chain = [
  'delivery.received',
  'snapshot.captured',
  'change-set.detected',
  'proposal.drafted',
  'proposal.revised',
  'proposal.decision-refused',
  'proposal.approved',
  'apply-run.requested',
  'apply-run.claimed',
  'apply-step.intended',
  'apply-step.done',
  'apply-run.applied',
  'apply-run.verified',
]

test('a new e-mail column is hashed after two people agreed, with exactly one request', async ({ login, sandbox }) => {
  test.setTimeout(90_000)
  const engineer = await login('engineer')
  const steward = await login('steward')
  await sandbox.changeSource('amber_harbor', {
    op: 'add-column',
    schema: 'salesforce',
    table: 'lead',
    column: { name: 'assistant_email', type: 'STRING', generator: { kind: 'email', style: 'personal' } },
  })
  await sandbox.sync('amber_harbor')
  const drafted = await proposalAbout(engineer.api, path)
  const before = await sandbox.lastSeq()

  await test.step('the engineer sees the column, its class and the proposal below it', async () => {
    const connection = await connectionId(engineer.api, 'amber_harbor')
    await engineer.page.goto(`/connections/${connection}/schema?q=assistant_email`)
    const tree = engineer.page.getByRole('treegrid', { name: 'Schema' })
    const column = tree.getByRole('row').filter({ hasText: 'assistant_email' })
    await expect(column).toContainText('+ new')
    await expect(column).toContainText('email')
    const ghost = tree.getByRole('row').filter({ hasText: `P-${drafted.number}` })
    await expect(ghost).toContainText(/hash/i)
    await ghost.getByRole('link', { name: 'Review' }).click()
    await expect(engineer.page).toHaveURL(`/approvals/${drafted.id}`)
  })

  const item = engineer.page.getByRole('article', { name: new RegExp(`^P-${drafted.number},`) })
  await test.step('they edit it and become a writer of it', async () => {
    await item.getByRole('button', { name: 'Edit' }).click()
    const save = item.getByRole('button', { name: 'Save as revision 2' })
    await expect(save).toBeDisabled()
    await expect(item.getByText('Nothing is edited yet.')).toBeVisible()
    await item.getByRole('switch', { name: `synced of ${path}` }).click({ force: true })
    await item.getByLabel('Why it should be so').fill('Nobody reads it yet; hashed and off until somebody asks.')
    await save.click()
    await expect(item.getByText('rev 2', { exact: true })).toBeVisible()
  })

  await test.step('their own approval is refused in the page and on the wire', async () => {
    const bar = item.getByRole('region', { name: 'Decision' })
    await expect(bar.getByRole('button', { name: 'Approve' })).toBeDisabled()
    await expect(bar).toContainText('You wrote or edited this proposal.')
    const { revision, planHash } = await readProposal(engineer.api, drafted.id)
    const decision = { decision: 'approve', revision, planHash, reason: null }
    const refused = await problemOf(await engineer.api.post(`/proposals/${drafted.id}/reviews`, decision), 403)
    expect(refused.code).toBe('own-proposal')
    expect((await readProposal(engineer.api, drafted.id)).approvals).toBe(0)
  })

  await test.step('a steward approves it, and nothing is sent by that', async () => {
    await steward.page.goto('/approvals')
    await steward.page
      .getByRole('navigation', { name: 'Queue' })
      .getByRole('link', { name: /assistant_email/ })
      .click()
    const theirs = steward.page.getByRole('article', { name: new RegExp(`^P-${drafted.number},`) })
    await theirs.getByRole('button', { name: 'Approve' }).click()
    await expect(theirs.getByRole('region', { name: 'Apply' })).toContainText(`Approved by ${steward.account.name}`)
    expect(await sandbox.sentTo('amber_harbor', before)).toEqual([])
  })

  await test.step('the engineer applies it and watches the run end verified', async () => {
    await item.getByRole('button', { name: 'Apply now' }).click()
    const dialog = engineer.page.getByRole('alertdialog')
    await expect(dialog).toContainText('Sends 1 request to Fivetran.')
    await dialog.getByRole('button', { name: 'Apply now' }).click()
    await expect(engineer.page).toHaveURL(/\/apply-runs\//)
    const steps = engineer.page.getByRole('table', { name: 'Steps' })
    await expect(steps).toContainText('assistant_email')
    // The page is never loaded again: it must tell of the end by itself.
    await expect(engineer.page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Verified', {
      timeout: 30_000,
    })
    await expect(engineer.page.getByRole('log', { name: 'Log of the run' })).toContainText(/verified/i)
  })

  await test.step('Fivetran got exactly one request', async () => {
    const sent = await sandbox.sentTo('amber_harbor', before)
    expect(sent.map(({ method, path: target, body, status }) => ({ method, target, body, status }))).toEqual([
      {
        method: 'PATCH',
        target: '/v1/connections/amber_harbor/schemas/salesforce/tables/lead/columns/assistant_email',
        body: { enabled: false, hashed: true },
        status: 200,
      },
    ])
  })

  await test.step('the audit tells the whole chain under one correlation id', async () => {
    const { page, api } = engineer
    await page.goto(`/activity?correlation=${drafted.correlationId}`)
    const events = page.getByRole('table', { name: 'Audit events' })
    for (const words of ['received a delivery for', 'drafted', 'revised', 'tried to decide', 'approved', 'claimed']) {
      await expect(events.getByRole('row').filter({ hasText: words }).first()).toBeVisible()
    }
    const { items } = await api.read(`/audit-events?correlationId=${drafted.correlationId}&limit=200`, eventsSchema)
    expect(new Set(items.map(({ correlationId }) => correlationId))).toEqual(new Set([drafted.correlationId]))
    const actions = items.map(({ action }) => action).reverse()
    expect(chain.filter((action) => !actions.includes(action))).toEqual([])
    expect(actions.filter((action, at) => chain.includes(action) && actions.indexOf(action) === at)).toEqual(chain)
  })
})
