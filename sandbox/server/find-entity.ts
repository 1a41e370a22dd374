import type { SystemKey } from '@/sandbox/state/system-key'
import type { Transformation, TransformationProject } from '@/sandbox/state/transformation'
import type { Connection, Destination, Group, Webhook } from '@/sandbox/state/world'
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
export function requireGroup(request: RouteRequest): Group {
  const id = param(request, 'groupId')
  const group = request.sandbox.world.groups.find((candidate) => candidate.id === id)
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

/** Gives the destination the path names with its group, or throws the 404. Both share one id. */
export function requireDestination(request: RouteRequest): { group: Group; destination: Destination } {
  const id = param(request, 'destinationId')
  const group = request.sandbox.world.groups.find((candidate) => candidate.id === id)
  if (!group?.destination) throw notFound('Destination', id)
  return { group, destination: group.destination }
}

/** Gives the transformation the path names, or throws the 404. */
export function requireTransformation(request: RouteRequest): Transformation {
  const id = param(request, 'transformationId')
  const transformation = request.sandbox.world.transformations.find((candidate) => candidate.id === id)
  if (!transformation) throw notFound('Transformation', id)
  return transformation
}

/** Gives the transformation project the path names, or throws the 404. */
export function requireProject(request: RouteRequest): TransformationProject {
  const id = param(request, 'projectId')
  const project = request.sandbox.world.projects.find((candidate) => candidate.id === id)
  if (!project) throw notFound('TransformationProject', id)
  return project
}

/** Gives the system key the path names, or throws the 404. */
export function requireSystemKey(request: RouteRequest): SystemKey {
  const id = param(request, 'keyId')
  const key = request.sandbox.world.systemKeys.find((candidate) => candidate.id === id)
  if (!key) throw notFound('SystemKey', id)
  return key
}
