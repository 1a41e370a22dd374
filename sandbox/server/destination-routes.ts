import type { Sandbox } from '@/sandbox/sandbox'
import type { Scenario } from '@/sandbox/scenarios/scenario-schema'
import { maskSecrets } from '@/sandbox/state/append-log'
import type { JsonObject } from '@/sandbox/state/world'
import { notFound, success } from './envelope'
import { paginate } from './paginate'
import { param, type Route } from './route'

/** Destinations: list and one. Each shares the id of its group. */
export const destinationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/destinations',
    handle: ({ sandbox, query }) =>
      success(
        paginate(
          sandbox.world.scenario.groups.map((group) => presentDestination(sandbox, group)),
          query,
        ),
      ),
  },
  {
    method: 'GET',
    path: '/v1/destinations/:destinationId',
    handle: (request) => {
      const id = param(request, 'destinationId')
      const group = request.sandbox.world.scenario.groups.find((candidate) => candidate.id === id)
      if (!group) throw notFound('Destination', id)
      return success(presentDestination(request.sandbox, group))
    },
  },
]

function presentDestination(sandbox: Sandbox, group: Scenario['groups'][number]) {
  const { destination } = group
  const config: JsonObject = { ...destination.config, ...warehouseConfig(sandbox.options.warehouseUrl) }
  return {
    id: group.id,
    group_id: group.id,
    service: destination.service,
    region: destination.region,
    time_zone_offset: destination.time_zone_offset,
    setup_status: destination.setup_status,
    daylight_saving_time_enabled: false,
    networking_method: 'Directly',
    config: maskSecrets(config),
  }
}

/** Where there is a real warehouse, the destination says where it is. */
function warehouseConfig(warehouseUrl: string | null): JsonObject {
  if (warehouseUrl === null) return {}
  const url = new URL(warehouseUrl)
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: '******',
  }
}
