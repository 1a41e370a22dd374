import type { Scenario } from '@/sandbox/scenarios/scenario-schema'
import type { Connection, Webhook } from '@/sandbox/state/world'
import { notFound } from './envelope'
import { param, type RouteRequest } from './route'

/** Gives the connection the path names, or throws the 404. */
export function requireConnection(request: RouteRequest): Connection {
  const id = param(request, 'connectionId')
  const connection = request.sandbox.world.connections.find((candidate) => candidate.id === id)
  if (!connection) throw notFound('Connector', id)
  return connection
}

/** Gives the group the path names, or throws the 404. */
export function requireGroup(request: RouteRequest): Scenario['groups'][number] {
  const id = param(request, 'groupId')
  const group = request.sandbox.world.scenario.groups.find((candidate) => candidate.id === id)
  if (!group) throw notFound('Group', id)
  return group
}

/** Gives the webhook the path names, or throws the 404. */
export function requireWebhook(request: RouteRequest): Webhook {
  const id = param(request, 'webhookId')
  const webhook = request.sandbox.world.webhooks.find((candidate) => candidate.id === id)
  if (!webhook) throw notFound('Webhook', id)
  return webhook
}
