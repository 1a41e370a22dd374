import { z } from 'zod'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Webhook } from '@/sandbox/state/world'
import { postPayload } from '@/sandbox/webhooks/post-payload'
import { testPayload, WEBHOOK_EVENTS } from '@/sandbox/webhooks/webhook-payload'
import { done, parseBody, type Reply, success } from './envelope'
import { requireGroup, requireWebhook } from './find-entity'
import { makeId } from './make-id'
import { paginate } from './paginate'
import type { Route, RouteRequest } from './route'
import { checkWebhookUrl } from './webhook-url'

const eventSchema = z.enum(WEBHOOK_EVENTS)
const createSchema = z.object({
  url: z.string().min(1),
  events: z.array(eventSchema).min(1),
  active: z.boolean().default(true),
  secret: z.string().optional(),
})
const updateSchema = z.object({
  url: z.string().min(1).optional(),
  events: z.array(eventSchema).min(1).optional(),
  active: z.boolean().optional(),
  secret: z.string().optional(),
})
const testSchema = z.object({ event: eventSchema })

/** Webhooks: create for the account or a group, list, one, edit, delete, test. */
export const webhookRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/webhooks',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.webhooks.map(presentWebhook), query)),
  },
  {
    method: 'POST',
    path: '/v1/webhooks/account',
    handle: (request) => createWebhook(request, null, 'Account webhook has been created'),
  },
  {
    method: 'POST',
    path: '/v1/webhooks/group/:groupId',
    handle: (request) => createWebhook(request, requireGroup(request).id, 'Group webhook has been created'),
  },
  {
    method: 'GET',
    path: '/v1/webhooks/:webhookId',
    handle: (request) => success(presentWebhook(requireWebhook(request))),
  },
  { method: 'PATCH', path: '/v1/webhooks/:webhookId', handle: updateWebhook },
  { method: 'DELETE', path: '/v1/webhooks/:webhookId', handle: deleteWebhook },
  { method: 'POST', path: '/v1/webhooks/:webhookId/test', handle: testWebhook },
]

async function createWebhook(request: RouteRequest, groupId: string | null, message: string): Promise<Reply> {
  const { sandbox } = request
  const input = parseBody(createSchema, request.body)
  const webhook: Webhook = {
    id: makeId(sandbox.world.webhooks),
    type: groupId === null ? 'account' : 'group',
    groupId,
    url: input.url,
    events: input.events,
    active: input.active,
    secret: input.secret || null,
    createdAt: sandbox.clock.now().toISOString(),
    createdBy: sandbox.world.scenario.users[0]?.id ?? 'system',
    failingSince: null,
  }
  checkWebhookUrl(webhook.url, sandbox.options.webhookAllowHttp)
  if (webhook.active) await probe(request, webhook)
  sandbox.world.webhooks.push(webhook)
  return success(presentWebhook(webhook), { message, effect: [`webhook ${webhook.id} created`] })
}

async function updateWebhook(request: RouteRequest): Promise<Reply> {
  const webhook = requireWebhook(request)
  const input = parseBody(updateSchema, request.body)
  const next: Webhook = {
    ...webhook,
    url: input.url ?? webhook.url,
    events: input.events ?? webhook.events,
    active: input.active ?? webhook.active,
    secret: input.secret === undefined ? webhook.secret : input.secret || null,
  }
  checkWebhookUrl(next.url, request.sandbox.options.webhookAllowHttp)
  const activated = next.active && !webhook.active
  if (activated || (next.active && next.url !== webhook.url)) await probe(request, next)
  if (activated) next.failingSince = null
  Object.assign(webhook, next)
  return success(presentWebhook(webhook), {
    message: 'Webhook has been updated',
    effect: [`webhook ${webhook.id} updated`],
  })
}

function deleteWebhook(request: RouteRequest): Reply {
  const webhook = requireWebhook(request)
  const { world } = request.sandbox
  world.webhooks = world.webhooks.filter((candidate) => candidate !== webhook)
  return done(`Webhook with id '${webhook.id}' has been deleted`, [`webhook ${webhook.id} deleted`])
}

async function testWebhook(request: RouteRequest): Promise<Reply> {
  const webhook = requireWebhook(request)
  const { event } = parseBody(testSchema, request.body)
  const { status, error } = await postPayload(
    webhook.url,
    testPayload(event, request.sandbox.clock.now()),
    webhook.secret,
  )
  return success(
    { succeed: error === null, status: status ?? 0, message: error ?? 'OK' },
    { message: 'Webhook test completed successfully' },
  )
}

/** The endpoint must answer before anything is stored: unreachable, slow or non-2xx refuses the request. */
async function probe(request: RouteRequest, webhook: Webhook): Promise<void> {
  const body = testPayload(webhook.events[0] ?? 'sync_end', request.sandbox.clock.now())
  const { error } = await postPayload(webhook.url, body, webhook.secret)
  if (error !== null) throw new ApiError(400, 'InvalidInput', `Failed to call webhook endpoint: '${error}'`)
}

function presentWebhook(webhook: Webhook) {
  return {
    id: webhook.id,
    type: webhook.type,
    ...(webhook.groupId === null ? {} : { group_id: webhook.groupId }),
    url: webhook.url,
    events: webhook.events,
    active: webhook.active,
    ...(webhook.secret === null ? {} : { secret: '******' }),
    created_at: webhook.createdAt,
    created_by: webhook.createdBy,
  }
}
