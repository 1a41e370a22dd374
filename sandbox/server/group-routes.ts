import { z } from 'zod'
import { ApiError } from '@/sandbox/errors/api-error'
import { recordEvent } from '@/sandbox/state/record-event'
import type { Group } from '@/sandbox/state/world'
import { done, parseBody, type Reply, success } from './envelope'
import { requireGroup } from './find-entity'
import { makeId } from './make-id'
import { paginate } from './paginate'
import { presentConnection } from './present-connection'
import { presentUser } from './present-user'
import type { Route, RouteRequest } from './route'

const nameSchema = z.object({ name: z.string().min(1).max(200) })

/** Groups: list, one, create, rename, delete, and the connections and people of one. */
export const groupRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/groups',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.groups.map(presentGroup), query)),
  },
  { method: 'POST', path: '/v1/groups', handle: createGroup },
  {
    method: 'GET',
    path: '/v1/groups/:groupId',
    handle: (request) => success(presentGroup(requireGroup(request))),
  },
  { method: 'PATCH', path: '/v1/groups/:groupId', handle: renameGroup },
  { method: 'DELETE', path: '/v1/groups/:groupId', handle: deleteGroup },
  {
    method: 'GET',
    path: '/v1/groups/:groupId/connections',
    handle: (request) => {
      const group = requireGroup(request)
      const schema = request.query.get('schema')
      const connections = request.sandbox.world.connections
        .filter((connection) => connection.groupId === group.id && (schema === null || connection.schema === schema))
        .map((connection) => presentConnection(connection, request.sandbox.clock.now()))
      return success(paginate(connections, request.query))
    },
  },
  {
    method: 'GET',
    path: '/v1/groups/:groupId/users',
    handle: (request) => {
      requireGroup(request)
      return success(paginate(request.sandbox.world.scenario.users.map(presentUser), request.query))
    },
  },
]

function createGroup(request: RouteRequest): Reply {
  const { world, clock } = request.sandbox
  const { name } = parseBody(nameSchema, request.body)
  refuseTakenName(world.groups, name)
  const group: Group = { id: makeId(world.groups), name, created_at: clock.now().toISOString(), destination: null }
  world.groups.push(group)
  return success(presentGroup(group), {
    status: 201,
    message: 'Group has been created',
    effect: [`group ${group.id} created: ${name}`],
  })
}

function renameGroup(request: RouteRequest): Reply {
  const group = requireGroup(request)
  const { name } = parseBody(nameSchema, request.body)
  refuseTakenName(
    request.sandbox.world.groups.filter((candidate) => candidate !== group),
    name,
  )
  const effect = name === group.name ? [] : [`group ${group.id} renamed ${group.name} -> ${name}`]
  group.name = name
  return success(presentGroup(group), { message: 'Group has been updated', effect })
}

function deleteGroup(request: RouteRequest): Reply {
  const { world, clock } = request.sandbox
  const group = requireGroup(request)
  if (group.destination || world.connections.some(({ groupId }) => groupId === group.id)) {
    throw new ApiError(409, 'Conflict', `Group with id '${group.id}' still has a destination or connections`)
  }
  world.groups = world.groups.filter((candidate) => candidate !== group)
  recordEvent(world, clock.now(), { event: 'delete_group', data: { id: group.id } })
  return done(`Group with id '${group.id}' has been deleted`, [`group ${group.id} deleted`])
}

function refuseTakenName(others: Group[], name: string): void {
  if (others.some((group) => group.name === name)) {
    throw new ApiError(400, 'InvalidInput', `Group with name '${name}' already exists`)
  }
}

function presentGroup({ id, name, created_at }: Group) {
  return { id, name, created_at }
}
