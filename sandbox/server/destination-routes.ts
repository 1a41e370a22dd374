import { z } from 'zod'
import { ApiError } from '@/sandbox/errors/api-error'
import { buildPlatformConnector, PLATFORM_SERVICE } from '@/sandbox/state/build-platform-connector'
import { recordEvent } from '@/sandbox/state/record-event'
import type { Destination } from '@/sandbox/state/world'
import { done, notFound, parseBody, type Reply, success } from './envelope'
import { requireDestination } from './find-entity'
import { paginate } from './paginate'
import { presentDestination } from './present-destination'
import type { Route, RouteRequest } from './route'

/** The kinds of destinations the sandbox can be asked for. All of them write to its one warehouse. */
const SERVICES = [
  'postgres_warehouse',
  'aurora_postgres_warehouse',
  'azure_postgres_warehouse',
  'postgres_rds_warehouse',
]
const OFFSET = /^(0|-([1-9]|1[01])|\+([1-9]|1[0-2]))$/

const writable = {
  region: z.string().min(1),
  time_zone_offset: z.string().regex(OFFSET),
  config: z.record(z.string(), z.json()),
  daylight_saving_time_enabled: z.boolean(),
  networking_method: z.enum(['Directly', 'PrivateLink', 'SshTunnel', 'ProxyAgent']),
}
const patchSchema = z
  .object(writable)
  .partial()
  .extend({ run_setup_tests: z.boolean().default(true) })
const createSchema = patchSchema.required({ time_zone_offset: true }).extend({
  group_id: z.string().min(1),
  service: z.string().min(1),
})

/** Destinations: list, one, create, edit, delete, test. Each shares the id of its group. */
export const destinationRoutes: readonly Route[] = [
  { method: 'GET', path: '/v1/destinations', handle: listDestinations },
  { method: 'POST', path: '/v1/destinations', handle: createDestination },
  { method: 'GET', path: '/v1/destinations/:destinationId', handle: readDestination },
  { method: 'PATCH', path: '/v1/destinations/:destinationId', handle: patchDestination },
  { method: 'DELETE', path: '/v1/destinations/:destinationId', handle: deleteDestination },
  { method: 'POST', path: '/v1/destinations/:destinationId/test', handle: testDestination },
]

function listDestinations({ sandbox, query }: RouteRequest): Reply {
  const items = sandbox.world.groups.flatMap((group) =>
    group.destination ? [presentDestination(group.id, group.destination, sandbox.options.warehouseUrl)] : [],
  )
  // A list says nothing of the config; only one destination does.
  return success(
    paginate(
      items.map(({ config: _config, ...item }) => item),
      query,
    ),
  )
}

function readDestination(request: RouteRequest): Reply {
  const { group, destination } = requireDestination(request)
  return success(presentDestination(group.id, destination, request.sandbox.options.warehouseUrl))
}

function createDestination(request: RouteRequest): Reply {
  const { world, clock, options } = request.sandbox
  const input = parseBody(createSchema, request.body)
  const group = world.groups.find(({ id }) => id === input.group_id)
  if (!group) throw notFound('Group', input.group_id)
  if (group.destination) throw new ApiError(400, 'InvalidInput', `Group '${group.id}' already has a destination`)
  if (!SERVICES.includes(input.service)) {
    throw new ApiError(400, 'InvalidInput', `Unsupported service '${input.service}'`)
  }
  const destination: Destination = {
    service: input.service,
    region: input.region ?? 'GCP_US_EAST4',
    time_zone_offset: input.time_zone_offset,
    config: input.config ?? {},
    setup_status: 'incomplete',
    daylightSavingTimeEnabled: input.daylight_saving_time_enabled ?? false,
    networkingMethod: input.networking_method ?? 'Directly',
  }
  group.destination = destination
  const tests = input.run_setup_tests ? runTests(request, destination) : null
  // The service adds a Platform Connector to every destination; nobody asks for it.
  const platform = buildPlatformConnector({ id: group.id, created_at: clock.now().toISOString() })
  if (world.scenario.platform_connectors) world.connections.push(platform)
  recordEvent(world, clock.now(), { event: 'create_destination', data: { id: group.id, service: input.service } })
  return success(
    { ...presentDestination(group.id, destination, options.warehouseUrl), ...(tests ? { setup_tests: tests } : {}) },
    { status: 201, message: 'Destination has been created', effect: [`destination ${group.id} created`] },
  )
}

function patchDestination(request: RouteRequest): Reply {
  const { group, destination } = requireDestination(request)
  const { run_setup_tests: test, ...patch } = parseBody(patchSchema, request.body)
  const sent = Object.keys(patch)
  if (sent.length === 0) throw new ApiError(400, 'InvalidInput', 'At least one persistent field must be specified')
  destination.region = patch.region ?? destination.region
  destination.time_zone_offset = patch.time_zone_offset ?? destination.time_zone_offset
  destination.config = { ...destination.config, ...patch.config }
  destination.daylightSavingTimeEnabled = patch.daylight_saving_time_enabled ?? destination.daylightSavingTimeEnabled
  destination.networkingMethod = patch.networking_method ?? destination.networkingMethod
  const tests = test ? runTests(request, destination) : null
  const { world, clock, options } = request.sandbox
  recordEvent(world, clock.now(), { event: 'edit_destination', data: { id: group.id, properties: sent } })
  return success(
    { ...presentDestination(group.id, destination, options.warehouseUrl), ...(tests ? { setup_tests: tests } : {}) },
    { message: 'Destination has been updated', effect: sent.map((name) => `destination ${group.id} ${name} set`) },
  )
}

function deleteDestination(request: RouteRequest): Reply {
  const { world } = request.sandbox
  const { group } = requireDestination(request)
  const left = world.connections.filter(({ groupId }) => groupId === group.id)
  if (left.some(({ service }) => service !== PLATFORM_SERVICE)) {
    throw new ApiError(409, 'Conflict', `Destination with id '${group.id}' still has connections`)
  }
  for (const connection of left) request.sandbox.engine.cancel(connection, 'Destination deleted.')
  world.connections = world.connections.filter((connection) => !left.includes(connection))
  group.destination = null
  return done(`Destination with id '${group.id}' has been deleted`, [`destination ${group.id} deleted`])
}

function testDestination(request: RouteRequest): Reply {
  const { group, destination } = requireDestination(request)
  const tests = runTests(request, destination)
  const presented = presentDestination(group.id, destination, request.sandbox.options.warehouseUrl)
  return success({ ...presented, setup_tests: tests }, { message: 'Setup tests have been completed' })
}

/** A destination that says neither where it is nor who signs in fails its tests; the first success connects it. */
function runTests(request: RouteRequest, destination: Destination) {
  request.sandbox.world.requests.setupTests += 1
  const missing = ['host', 'password'].find((field) => !destination.config[field])
  const failed = destination.setup_status === 'broken' || (destination.setup_status === 'incomplete' && missing)
  if (!failed) destination.setup_status = 'connected'
  const message = failed ? (missing ? `Field 'config.${missing}' is not set` : 'The warehouse cannot be reached') : ''
  return [{ title: 'Connecting to destination', status: failed ? 'FAILED' : 'PASSED', message, details: {} }]
}
