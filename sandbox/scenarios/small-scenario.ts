import { type Scenario, scenarioSchema } from './scenario-schema'

const column = (name: string, type: string, generator: object, more: object = {}) => ({
  name,
  type,
  generator,
  ...more,
})

/** The smallest account that has one of everything the rules speak of. Small enough to be built for every test. */
export function smallScenario(): Scenario {
  return scenarioSchema.parse({
    name: 'small',
    seed: 7,
    platform_connectors: false,
    account: { id: 'tiny_account', name: 'Tiny' },
    users: [
      {
        id: 'arsenic_abbreviated',
        email: 'ada@example.com',
        given_name: 'Ada',
        family_name: 'Novak',
        role: 'Account Administrator',
        created_at: '2025-01-01T00:00:00Z',
      },
    ],
    teams: [{ id: 'calm_meadow', name: 'Readers', description: 'Reads everything', role: 'Account Reviewer' }],
    groups: ['first_group', 'second_group'].map((id) => ({
      id,
      name: id,
      created_at: '2025-01-01T00:00:00Z',
      destination: {
        service: 'postgres_warehouse',
        region: 'GCP_EUROPE_WEST3',
        time_zone_offset: '0',
        config: { host: 'db.example.com', password: 'secret-word' },
      },
    })),
    connections: [
      connection('shop_orchard', 'postgres', 'shop', { schema_prefix: 'shop', password: 'secret-word' }, shopSource()),
      { ...connection('idle_mill', 'postgres', 'idle', {}, shopSource()), paused: true },
      { ...connection('raw_quarry', 'zendesk', 'desk', {}, shopSource()), paused: true, initial_sync: false },
      {
        ...connection('broken_pier', 'hubspot', 'hub', {}, shopSource()),
        group_id: 'second_group',
        setup_state: 'broken',
        tasks: [{ code: 'reconnect', message: 'Reconnect it.' }],
      },
    ],
    timeline: [
      {
        title: 'an edit behind our back',
        actions: [
          {
            do: 'edit',
            path: '/v1/connections/shop_orchard/schemas/public/tables/customer/columns/city',
            body: { enabled: false },
          },
        ],
      },
    ],
  })
}

function connection(id: string, service: string, schema: string, config: object, source: object[]) {
  return { id, group_id: 'first_group', service, schema, created_at: '2025-01-01T00:00:00Z', config, source }
}

function shopSource() {
  return [
    {
      name: 'public',
      tables: [
        {
          name: 'customer',
          rows: 60,
          syncModes: ['SOFT_DELETE', 'HISTORY', 'LIVE'],
          primaryKey: ['id'],
          columns: [
            column('id', 'LONG', { kind: 'id' }),
            column('email', 'STRING', { kind: 'email' }, { length: 80 }),
            column('city', 'STRING', { kind: 'city' }),
            column('points', 'INT', { kind: 'int_range', min: 0, max: 50 }, { mutable: true }),
            column('createdAt', 'INSTANT', { kind: 'timestamp', from: '2025-01-01', to: '2026-01-01' }),
          ],
        },
        {
          name: 'core',
          rows: 5,
          primaryKey: ['id'],
          readOnly: true,
          columns: [column('id', 'LONG', { kind: 'id' }), column('label', 'STRING', { kind: 'company' })],
        },
        {
          name: 'fixed',
          rows: 5,
          primaryKey: ['id'],
          supportsColumnsConfig: false,
          columns: [column('id', 'LONG', { kind: 'id' })],
        },
        {
          name: 'note',
          rows: 40,
          columns: [
            column('body', 'STRING', { kind: 'text' }),
            column('score', 'INT', { kind: 'int_range', min: 0, max: 9 }, { mutable: true }),
          ],
        },
      ],
    },
  ]
}
