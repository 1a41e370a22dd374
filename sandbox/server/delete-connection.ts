import { destinationSchemaName } from '@/sandbox/naming/destination-schema-name'
import { recordEvent } from '@/sandbox/state/record-event'
import { done, type Reply } from './envelope'
import { requireConnection } from './find-entity'
import type { RouteRequest } from './route'

/** Deletes a connection. What it wrote to the destination stays there. */
export function deleteConnection(request: RouteRequest): Reply {
  const { sandbox, actor } = request
  const { world } = sandbox
  const connection = requireConnection(request)
  sandbox.engine.cancel(connection, 'Sync has been cancelled because of a user action. Connection deleted.')
  const data = { actor, id: connection.service }
  sandbox.webhooks.emit('delete_connector', connection, data, null)
  recordEvent(world, sandbox.clock.now(), { connectionId: connection.id, event: 'delete_connection', data })
  world.connections = world.connections.filter((candidate) => candidate !== connection)
  const schemas = connection.source.map(({ name }) => destinationSchemaName(connection, name))
  world.retiredSchemas = [...new Set([...world.retiredSchemas, ...schemas])]
  return done(`Connection with id '${connection.id}' has been deleted`, [`${connection.id} deleted`])
}
