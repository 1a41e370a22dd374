import type { World } from '@/sandbox/state/world'
import { columnsOf, type PlatformTable } from './platform-table'

/** Takes the world; gives ACCOUNT and USER, and DESTINATION and CONNECTION of one group. */
export function accountTables(world: World, groupId: string): PlatformTable[] {
  const { account, users } = world.scenario
  const group = world.groups.find(({ id }) => id === groupId)
  const created = world.groups[0]?.created_at ?? '2025-01-01T00:00:00Z'
  return [
    {
      name: 'account',
      key: ['id'],
      columns: columnsOf({ id: 'STRING', name: 'STRING', created_at: 'INSTANT', status: 'STRING', country: 'STRING' }),
      rows: [{ id: account.id, name: account.name, created_at: created, status: 'ACTIVE', country: null }],
    },
    {
      name: 'user',
      key: ['id'],
      columns: columnsOf({
        id: 'STRING',
        given_name: 'STRING',
        family_name: 'STRING',
        email: 'STRING',
        email_disabled: 'BOOLEAN',
        verified: 'BOOLEAN',
        created_at: 'INSTANT',
        phone: 'STRING',
      }),
      rows: users.map(({ role: _role, ...user }) => ({ ...user, email_disabled: false, verified: true, phone: null })),
    },
    {
      name: 'destination',
      key: ['id'],
      columns: columnsOf({
        id: 'STRING',
        account_id: 'STRING',
        created_at: 'INSTANT',
        name: 'STRING',
        region: 'STRING',
      }),
      rows: group
        ? [
            {
              id: group.id,
              account_id: account.id,
              created_at: group.created_at,
              name: group.name,
              region: group.destination?.region ?? null,
            },
          ]
        : [],
    },
    {
      name: 'connection',
      key: ['connection_id'],
      columns: columnsOf({
        connection_id: 'STRING',
        connecting_user_id: 'STRING',
        connection_name: 'STRING',
        connector_type_id: 'STRING',
        destination_id: 'STRING',
        paused: 'BOOLEAN',
        signed_up: 'INSTANT',
        sync_frequency: 'INT',
      }),
      rows: world.connections
        .filter((connection) => connection.groupId === groupId)
        .map((connection) => ({
          connection_id: connection.id,
          connecting_user_id: connection.connectedBy,
          connection_name: connection.schema,
          connector_type_id: connection.service,
          destination_id: connection.groupId,
          paused: connection.paused,
          signed_up: connection.createdAt,
          sync_frequency: connection.syncFrequency,
        })),
    },
  ]
}
