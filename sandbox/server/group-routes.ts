import type { Scenario } from '@/sandbox/scenarios/scenario-schema'
import { success } from './envelope'
import { requireGroup } from './find-entity'
import { paginate } from './paginate'
import { presentConnection } from './present-connection'
import type { Route } from './route'

/** Groups: list, one, and the connections of one. */
export const groupRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/groups',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.scenario.groups.map(presentGroup), query)),
  },
  {
    method: 'GET',
    path: '/v1/groups/:groupId',
    handle: (request) => success(presentGroup(requireGroup(request))),
  },
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
]

function presentGroup({ id, name, created_at }: Scenario['groups'][number]) {
  return { id, name, created_at }
}
