import { blankConnection } from './blank-connection'
import type { Connection } from './world'

/** Service of the connection that every destination has by itself and that brings the account's own log to the warehouse. */
export const PLATFORM_SERVICE = 'fivetran_log'
export const PLATFORM_SCHEMA = 'fivetran_metadata'

/** Takes a group; gives the Platform Connector the service adds to its destination. */
export function buildPlatformConnector(group: { id: string; created_at: string }): Connection {
  return {
    ...blankConnection({
      id: `platform_${group.id}`,
      groupId: group.id,
      service: PLATFORM_SERVICE,
      schema: PLATFORM_SCHEMA,
      createdAt: group.created_at,
    }),
    syncFrequency: 1440,
    config: { schema: PLATFORM_SCHEMA, is_account_level_connector: false },
    setupState: 'connected',
  }
}
