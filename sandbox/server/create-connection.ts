import { z } from 'zod'
import { INFERRED } from '@/sandbox/config/inferred'
import { ApiError } from '@/sandbox/errors/api-error'
import { destinationSchemaName } from '@/sandbox/naming/destination-schema-name'
import { withSeedKeys } from '@/sandbox/source/source-model'
import { maskSecrets } from '@/sandbox/state/append-log'
import { blankConnection } from '@/sandbox/state/blank-connection'
import { recordEvent } from '@/sandbox/state/record-event'
import type { Connection, JsonObject } from '@/sandbox/state/world'
import { CONNECTOR_TYPES, type ConnectorType } from './connector-types'
import { notFound, parseBody, type Reply, success } from './envelope'
import { makeId } from './make-id'
import { patchConnection } from './patch-connection'
import { presentConnection } from './present-connection'
import type { RouteRequest } from './route'
import { runSetupTests } from './setup-tests'
import { sourceOfService } from './source-of-service'

const createSchema = z.object({
  group_id: z.string().min(1),
  service: z.string().min(1),
  config: z.record(z.string(), z.json()).default({}),
  auth: z.record(z.string(), z.json()).optional(),
  paused: z.boolean().default(false),
  run_setup_tests: z.boolean().default(true),
})

/** Fivetran naming: what the destination schema of a new connection must look like. */
const DESTINATION_NAME = /^[a-z_][a-z0-9_]*$/

/**
 * Creates a connection. Setup tests that fail do not fail the request: the connection is there, incomplete. Refuses an unknown
 * service, a group without a destination and a destination schema that is taken.
 */
export function createConnection(request: RouteRequest): Reply {
  const { sandbox, actor } = request
  const { world } = sandbox
  const input = parseBody(createSchema, request.body)
  const group = world.groups.find(({ id }) => id === input.group_id)
  if (!group) throw notFound('Group', input.group_id)
  if (!group.destination) throw notFound('Destination', group.id)
  const type = CONNECTOR_TYPES.find(({ id }) => id === input.service)
  if (!type) throw new ApiError(400, 'InvalidInput', `Unsupported service '${input.service}'`)

  const connection: Connection = {
    ...blankConnection({
      id: makeId(world.connections),
      groupId: group.id,
      service: type.id,
      schema: readSchemaName(type, input.config),
      createdAt: sandbox.clock.now().toISOString(),
    }),
    connectedBy: world.scenario.users[0]?.id ?? null,
    config: input.config,
  }
  patchConnection(connection, { paused: input.paused, ...writableFields(request.body) })
  connection.authorised = input.auth !== undefined
  connection.source = withSeedKeys(connection.id, sourceOfService(world, type.id))
  refuseTakenSchema(world.connections, connection)

  const tests = input.run_setup_tests ? runSetupTests(connection) : null
  if (tests) world.requests.setupTests += 1
  world.connections.push(connection)
  const data = { actor, id: connection.service, properties: maskSecrets(input.config) }
  sandbox.webhooks.emit('create_connector', connection, data, null)
  recordEvent(world, sandbox.clock.now(), { connectionId: connection.id, event: 'create_connection', data })
  return success(
    { ...presentConnection(connection, sandbox.clock.now()), ...(tests ? { setup_tests: tests } : {}) },
    {
      status: 201,
      message: 'Connection has been created',
      effect: [`${connection.id} created: ${connection.service} ${connection.schema} in ${group.id}`],
    },
  )
}

/** What a new connection may be given besides what makes it one; the rules are those of an edit. */
function writableFields(body: unknown): object {
  const fields = typeof body === 'object' && body !== null ? body : {}
  const { group_id: _group, service: _service, ...rest } = fields as JsonObject
  return rest
}

function readSchemaName(type: ConnectorType, config: JsonObject): string {
  const required = type.destinationKeys
  const parts = required.map((key) => {
    const value = config[key]
    if (typeof value !== 'string' || value === '') {
      throw new ApiError(400, 'InvalidInput', `Field 'config.${key}' is required`)
    }
    if (!DESTINATION_NAME.test(value))
      throw new ApiError(400, 'InvalidInput', `Invalid value for field 'config.${key}'`)
    return value
  })
  return parts.join('.')
}

function refuseTakenSchema(others: Connection[], connection: Connection): void {
  const mine = connection.source.map(({ name }) => destinationSchemaName(connection, name))
  const taken = others.find(
    (other) =>
      other.groupId === connection.groupId &&
      (other.schema === connection.schema ||
        other.source.some(({ name }) => mine.includes(destinationSchemaName(other, name)))),
  )
  if (!taken) return
  const { status, code } = INFERRED.takenSchema
  throw new ApiError(status, code, `Destination schema '${connection.schema}' is already used in this destination`)
}
