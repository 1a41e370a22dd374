import type { Connection, World } from '@/sandbox/state/world'

/** What a client can set on a connection. */
const SETTINGS = [
  'paused',
  'syncFrequency',
  'scheduleType',
  'dailySyncTime',
  'dataDelaySensitivity',
  'dataDelayThreshold',
  'networkingMethod',
  'config',
  'schemaConfig',
] as const satisfies readonly (keyof Connection)[]

/**
 * Takes the world before a call; gives what to do after it so that the service says it has done as told and has not: every setting
 * of every connection is what it was. Running syncs that the call cancelled stay cancelled.
 */
export function rememberSettings(world: World): () => void {
  const before = world.connections.map((connection) => ({ connection, settings: pick(connection) }))
  return () => {
    for (const { connection, settings } of before) Object.assign(connection, settings)
  }
}

function pick(connection: Connection): Partial<Connection> {
  return Object.fromEntries(SETTINGS.map((name) => [name, connection[name]]))
}
