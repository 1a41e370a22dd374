import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { receiveWebhook } from '@/lib/control-loop/webhook/services/receive-webhook'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'
import { webhookSecretFor } from '@/lib/platform/secrets/webhook-key'
import { type Loop, startLoop } from '@/lib/testing/start-loop'
import { sandboxKey } from '@/lib/testing/start-sandbox'
import { readFivetranSettings } from './read-fivetran-settings'
import { requestAccountRefresh } from './request-refresh'
import { rotateWebhookSecret } from './rotate-webhook-secret'

const webhooksSchema = z.object({
  data: z.object({ items: z.array(z.object({ id: z.string(), active: z.boolean() })) }),
})

let loop: Loop
const account = () => loop.db.fivetranAccount.findFirstOrThrow()
const alarms = () => loop.db.auditEvent.count({ where: { action: 'account.webhook-failed' } })

async function registered() {
  const authorization = `Basic ${Buffer.from(`${sandboxKey.apiKey}:${sandboxKey.apiSecret}`).toString('base64')}`
  const reply = await fetch(`${loop.sandbox.url}/v1/webhooks`, {
    headers: { authorization, accept: 'application/json' },
  })
  return webhooksSchema.parse(await reply.json()).data.items
}

/** A delivery as the service would send it, signed with the secret of a generation. */
async function deliver(generation: number, created: string) {
  const { id, webhookToken } = await account()
  const body = JSON.stringify({ event: 'sync_start', created, connector_id: '_connection_1' })
  return receiveWebhook(systemContext('webhook', createCorrelationId()), {
    accountToken: webhookToken,
    rawBody: new TextEncoder().encode(body),
    signature: createHmac('sha256', webhookSecretFor(id, generation)).update(body).digest('hex'),
  })
}

beforeAll(async () => {
  loop = await startLoop()
  loop.startWorker()
  await loop.until('a registered webhook', () =>
    loop.db.fivetranAccount.findFirst({ where: { webhookState: 'active', webhookRegistered: 1 } }),
  )
}, 90_000)
afterAll(async () => {
  await loop?.stop()
}, 30_000)

describe('our webhook', () => {
  it.each([
    ['switched off', { method: 'PATCH', body: { active: false } }],
    ['removed', { method: 'DELETE', body: {} }],
  ])(
    'that was %s in Fivetran is an alarm, and registered again at the next listing',
    async (_name, edit) => {
      const [before, alarmed] = [await account(), await alarms()]
      await loop.sandbox.command('/edit', { path: `/v1/webhooks/${before.webhookId}`, ...edit })
      await requestAccountRefresh(loop.as('admin'))
      const after = await loop.until('another registration', async () => {
        const now = await account()
        return now.webhookState === 'active' && now.webhookId !== before.webhookId ? now : null
      })
      expect(await registered()).toEqual([{ id: after.webhookId, active: true }])
      expect(await alarms()).toBe(alarmed + 1)
      expect((await readFivetranSettings(loop.as('admin'), 'http://localhost')).webhook?.state).toBe('active')
    },
    40_000,
  )

  it('takes a new secret without a gap: the one before stays valid, an older one does not', async () => {
    const before = await account()
    await rotateWebhookSecret(loop.as('admin'))
    expect((await deliver(1, '2026-01-01T00:00:01Z')).outcome).toBe('kept')
    expect((await deliver(2, '2026-01-01T00:00:02Z')).outcome).toBe('kept')
    await loop.until('the second secret registered', async () => (await account()).webhookRegistered === 2)
    expect((await account()).webhookId).toBe(before.webhookId)
    await rotateWebhookSecret(loop.as('admin'))
    expect((await deliver(1, '2026-01-01T00:00:03Z')).outcome).toBe('bad-signature')
    await loop.until('the third secret registered', async () => (await account()).webhookRegistered === 3)
    const kept = await loop.db.webhookDelivery.count({ where: { outcome: 'kept', event: 'sync_end' } })
    await loop.sandbox.command('/connections/amber_harbor/sync', { wait: true, durationMs: 0 })
    await loop.until('a delivery under the third secret', async () => {
      return (await loop.db.webhookDelivery.count({ where: { outcome: 'kept', event: 'sync_end' } })) > kept
    })
    expect(await loop.db.auditEvent.count({ where: { action: 'account.webhook-rotated' } })).toBe(2)
  }, 40_000)

  it('is not turned twice while Fivetran still signs with the one before', async () => {
    await loop.db.fivetranAccount.updateMany({ data: { webhookRegistered: 2 } })
    await expect(rotateWebhookSecret(loop.as('admin'))).rejects.toMatchObject({ status: 409 })
    await expect(rotateWebhookSecret(loop.as('viewer'))).rejects.toMatchObject({ status: 403 })
  })
})
