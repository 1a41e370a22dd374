import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { createJiraReceiver } from '@/lib/integrations/tickets/jira/create-jira-receiver'
import { createServiceNowReceiver } from '@/lib/integrations/tickets/servicenow/create-servicenow-receiver'
import { type ReceivedRequest, type ReceiverAnswer, startReceiver } from '@/lib/testing/start-receiver'
import { startTicketDesk } from '@/lib/testing/start-ticket-desk'
import { createPagerDutyReceiver } from './pagerduty/create-pagerduty-receiver'
import type { Notice, NoticeReceiver } from './port'
import { createSlackReceiver } from './slack/create-slack-receiver'
import { createWebhookReceiver } from './webhook/create-webhook-receiver'

const at = new Date('2026-11-22T09:00:00Z')
const now = () => at
const allowPrivateAddresses = ['127.0.0.0/8']
const notice: Notice = {
  id: 'n-1',
  version: 1,
  state: 'open',
  event: 'proposal.created',
  title: 'Re-sync public.<!channel> (orders, high risk)',
  risk: 'high',
  status: 'P-12 waits for a decision.',
  facts: [{ label: 'Change', value: '*bold* & <@U1>' }],
  link: 'https://headgate.example.com/approvals/p',
  proposals: [{ id: 'p', number: 12 }],
  openedAt: at,
  at,
}
const cleared: Notice = {
  ...notice,
  version: 2,
  state: 'cleared',
  event: 'proposal.rejected',
  status: 'Cleared: P-12 was rejected.',
}

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})
async function server(answer: (request: ReceivedRequest) => ReceiverAnswer) {
  const started = await startReceiver(answer)
  closing.push(started.stop)
  return started
}
function opened(receiver: NoticeReceiver): NoticeReceiver {
  closing.push(() => receiver.close())
  return receiver
}

describe('a signed webhook', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

  it('is thin, signed over its raw bytes, and has the same id at every try of a version', async () => {
    const { url, requests } = await server(() => ({ status: 204 }))
    const receiver = opened(createWebhookReceiver({ url, secret, allowPrivateAddresses, now }))
    for (const one of [notice, notice, cleared]) {
      expect(await receiver.deliver(one, null)).toEqual({ outcome: 'delivered', reference: null, link: null })
    }
    expect(requests.map(({ headers }) => headers['webhook-id'])).toEqual(['n-1.1', 'n-1.1', 'n-1.2'])
    const [first] = requests
    const signed = `n-1.1.${at.getTime() / 1000}.${first?.text}`
    const mine = createHmac('sha256', Buffer.alloc(32, 7)).update(signed).digest('base64')
    expect(first?.headers['webhook-signature']).toBe(`v1,${mine}`)
    expect(first?.body).toMatchObject({
      type: 'proposal.created',
      timestamp: at.toISOString(),
      data: { noticeId: 'n-1', version: 1, state: 'open', proposals: [{ id: 'p', number: 12 }] },
    })
  })

  it.each([
    [410, 'gone'],
    [401, 'credentials-refused'],
    [404, 'refused'],
    [302, 'refused'],
    [429, 'unreachable'],
    [500, 'unreachable'],
  ])('%i is %s', async (status, outcome) => {
    const { url } = await server(() => ({ status, headers: { 'retry-after': '90' } }))
    const receiver = opened(createWebhookReceiver({ url, secret, allowPrivateAddresses, now }))
    const said = await receiver.deliver(notice, null)
    expect(said.outcome).toBe(outcome)
    if (said.outcome === 'unreachable') expect(said.retryAfterSeconds).toBe(90)
  })

  it('calls no private address that was not allowed', async () => {
    const { url, requests } = await server(() => ({ status: 204 }))
    const receiver = opened(createWebhookReceiver({ url, secret, allowPrivateAddresses: [], now }))
    expect((await receiver.test()).outcome).toBe('address-refused')
    expect(requests).toEqual([])
  })
})

describe('Slack', () => {
  it('posts once and edits in place, and lets no name call anybody', async () => {
    const { url, requests } = await server(() => ({ status: 200, body: { ok: true, channel: 'C1', ts: '1795.0001' } }))
    const receiver = opened(
      createSlackReceiver({ address: url, botToken: 'xoxb-1', channel: 'C1', allowPrivateAddresses }),
    )
    const first = await receiver.deliver(notice, null)
    expect(first).toEqual({ outcome: 'delivered', reference: 'C1 1795.0001', link: null })
    await receiver.deliver(cleared, { reference: 'C1 1795.0001', link: null })
    expect(requests.map(({ path }) => path)).toEqual(['/api/chat.postMessage', '/api/chat.update'])
    expect(requests[0]?.headers.authorization).toBe('Bearer xoxb-1')
    expect(requests[1]?.body).toMatchObject({ channel: 'C1', ts: '1795.0001' })
    const [posted] = requests
    expect(posted?.body).toMatchObject({ text: expect.stringContaining('&lt;!channel&gt;'), unfurl_links: false })
    expect(posted?.text).not.toContain('mrkdwn')
    expect(posted?.text).not.toContain('"approve"')
  })

  it.each([
    ['invalid_auth', 'credentials-refused'],
    ['channel_not_found', 'refused'],
    ['ratelimited', 'unreachable'],
  ])('reads %s, which comes with status 200, as %s', async (error, outcome) => {
    const { url } = await server(() => ({ status: 200, body: { ok: false, error } }))
    const receiver = opened(createSlackReceiver({ address: url, botToken: 'x', channel: 'C1', allowPrivateAddresses }))
    expect((await receiver.deliver(notice, null)).outcome).toBe(outcome)
  })
})

describe('PagerDuty', () => {
  it('is triggered once under our key, left alone between, and resolved', async () => {
    const { url, requests } = await server(() => ({ status: 202, body: { status: 'success' } }))
    const receiver = opened(createPagerDutyReceiver({ address: url, routingKey: 'r', allowPrivateAddresses, now }))
    const told = { reference: 'headgate:notice:n-1', link: null }
    await receiver.deliver(notice, null)
    await receiver.deliver({ ...notice, version: 2 }, told)
    await receiver.deliver(cleared, told)
    expect(requests.map(({ body }) => body)).toMatchObject([
      { event_action: 'trigger', dedup_key: told.reference, routing_key: 'r', payload: { severity: 'error' } },
      { event_action: 'resolve', dedup_key: told.reference },
    ])
  })

  it('wakes nobody for what cleared before it could be told, and does not repeat what is refused', async () => {
    const { url, requests } = await server(() => ({
      status: 400,
      body: { status: 'invalid event', errors: ['bad key'] },
    }))
    const receiver = opened(createPagerDutyReceiver({ address: url, routingKey: 'r', allowPrivateAddresses, now }))
    await receiver.deliver(cleared, null)
    expect(requests).toEqual([])
    expect(await receiver.deliver(notice, null)).toMatchObject({
      outcome: 'refused',
      reason: expect.stringContaining('bad key'),
    })
  })
})

describe('Jira', () => {
  async function desk() {
    const started = await startTicketDesk()
    closing.push(started.stop)
    const receiver = opened(
      createJiraReceiver({
        address: started.url,
        email: 'a@example.com',
        apiToken: 't',
        projectKey: 'DATA',
        issueType: 'Task',
        allowPrivateAddresses,
      }),
    )
    return { desk: started, receiver }
  }

  it('opens one ticket even when the answer to its creation is lost, and notes the recovery once', async () => {
    const { desk: site, receiver } = await desk()
    site.mood.now = 'forgets-to-answer'
    expect((await receiver.deliver(notice, null)).outcome).toBe('unreachable')
    site.mood.now = 'well'
    const told = await receiver.deliver(notice, null)
    expect(told).toEqual({ outcome: 'delivered', reference: 'DATA-1', link: `${site.url}/browse/DATA-1` })
    site.mood.now = 'forgets-to-answer'
    expect((await receiver.deliver(cleared, { reference: 'DATA-1', link: null })).outcome).toBe('unreachable')
    site.mood.now = 'well'
    await receiver.deliver(cleared, { reference: 'DATA-1', link: null })
    await receiver.deliver(cleared, { reference: 'DATA-1', link: null })
    expect(site.tickets).toMatchObject([{ key: 'DATA-1', labels: ['headgate', 'headgate-n-1'], isDone: true }])
    expect(site.tickets[0]?.comments).toHaveLength(1)
    expect(site.requests[0]?.headers.authorization).toBe(`Basic ${btoa('a@example.com:t')}`)
  })

  it('says which types the project takes when a test fails', async () => {
    const { receiver } = await desk()
    expect(await receiver.test()).toMatchObject({ outcome: 'taken' })
  })
})

describe('ServiceNow', () => {
  it('looks under our correlation id before it creates, and resolves once', async () => {
    const rows: Record<string, string>[] = []
    const { url, requests } = await server(({ method, path, body }) => {
      if (method === 'GET') return { status: 200, body: { result: path.includes('headgate:notice:n-1') ? rows : [] } }
      if (method === 'POST') rows.push({ sys_id: 's1', number: 'INC1', state: '1' })
      const [row = {}] = rows
      const { state } = body as { state?: string }
      if (state) row.state = state
      return { status: 200, body: { result: row } }
    })
    const receiver = opened(
      createServiceNowReceiver({ address: url, user: 'u', password: 'p', closeCode: 'Solved', allowPrivateAddresses }),
    )
    expect(await receiver.deliver(notice, null)).toMatchObject({ outcome: 'delivered', reference: 'INC1' })
    await receiver.deliver(notice, null)
    await receiver.deliver(cleared, { reference: 'INC1', link: null })
    await receiver.deliver(cleared, { reference: 'INC1', link: null })
    const writes = requests.filter(({ method }) => method !== 'GET').map(({ method, body }) => ({ method, body }))
    expect(writes.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH'])
    expect(writes[0]?.body).toMatchObject({ correlation_id: 'headgate:notice:n-1', urgency: '1', impact: '1' })
    expect(writes.filter(({ body }) => 'close_notes' in (body as object))).toMatchObject([
      { body: { state: '6', close_code: 'Solved', close_notes: cleared.status } },
    ])
  })
})
