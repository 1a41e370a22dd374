import type { TestSandbox } from '@/sandbox/server/start-test-sandbox'

/** What a walk does at the sandbox. `{name}` in a path is an id an earlier step has kept. */
export interface Step {
  call: string
  body?: unknown
  /** Status the service answers. */
  expect: number
  /** Keeps the id of what was made, for later steps. */
  keep?: string
  /** A command to give first. */
  before?: (test: TestSandbox) => Promise<unknown>
}

const CONNECTION = '/v1/connections/shop_orchard'
const CUSTOMER = `${CONNECTION}/schemas/public/tables/customer`
const COLUMN = `${CUSTOMER}/columns/city`
const schedule = { schedule_type: 'INTERVAL', interval: 60 }
const db = { schema_prefix: 'made', host: 'h.example.com', user: 'u', password: 'p' }
const hook = { url: 'http://127.0.0.1:9/x', events: ['sync_end'], active: false }

const GROUPS: Step[] = [
  { call: 'GET /v1/account/info', expect: 200 },
  { call: 'GET /v1/groups', expect: 200 },
  { call: 'POST /v1/groups', body: { name: 'made' }, expect: 201, keep: 'group' },
  { call: 'POST /v1/groups', body: {}, expect: 400 },
  { call: 'GET /v1/groups/{group}', expect: 200 },
  { call: 'PATCH /v1/groups/{group}', body: { name: 'renamed' }, expect: 200 },
  { call: 'GET /v1/groups/first_group/connections', expect: 200 },
  { call: 'GET /v1/groups/first_group/users', expect: 200 },
  { call: 'DELETE /v1/groups/first_group', expect: 409 },
  { call: 'GET /v1/destinations', expect: 200 },
  {
    call: 'POST /v1/destinations',
    body: {
      group_id: '{group}',
      service: 'postgres_warehouse',
      time_zone_offset: '0',
      region: 'GCP_US_EAST4',
      config: { host: 'h', password: 'p' },
    },
    expect: 201,
  },
  { call: 'POST /v1/destinations', body: { group_id: '{group}', service: 'x' }, expect: 400 },
  { call: 'POST /v1/destinations', body: { group_id: 'nope', service: 'x', time_zone_offset: '0' }, expect: 404 },
  { call: 'GET /v1/destinations/{group}', expect: 200 },
  { call: 'PATCH /v1/destinations/{group}', body: { time_zone_offset: '+1' }, expect: 200 },
  { call: 'POST /v1/destinations/{group}/test', body: {}, expect: 200 },
  { call: 'DELETE /v1/destinations/first_group', expect: 409 },
]

const CONNECTIONS: Step[] = [
  { call: 'GET /v1/connections', expect: 200 },
  { call: `GET ${CONNECTION}`, expect: 200 },
  {
    call: 'POST /v1/connections',
    body: { group_id: '{group}', service: 'postgres', paused: true, config: db },
    expect: 201,
    keep: 'made',
  },
  { call: 'POST /v1/connections', body: { service: 'postgres' }, expect: 400 },
  { call: 'POST /v1/connections', body: { group_id: 'nope', service: 'postgres', config: db }, expect: 404 },
  {
    call: 'POST /v1/connections',
    body: { group_id: '{group}', service: 'postgres', paused: true, config: db },
    expect: 409,
  },
  {
    call: 'POST /v1/connections/{made}/schemas',
    body: { schemas: { public: { enabled: true, tables: { note: { enabled: false } } } } },
    expect: 200,
  },
  { call: `POST ${CONNECTION}/schemas`, body: { schemas: {} }, expect: 409 },
  { call: `PATCH ${CONNECTION}`, body: { sync_frequency: 60 }, expect: 200 },
  { call: `POST ${CONNECTION}/test`, body: {}, expect: 200 },
  { call: `POST ${CONNECTION}/test`, expect: 400 },
  { call: `POST ${CONNECTION}/sync`, body: {}, expect: 200 },
  { call: `POST ${CONNECTION}/resync`, body: {}, expect: 200 },
  { call: `POST ${CONNECTION}/resync`, body: { scope: {} }, expect: 400 },
  {
    call: `POST ${CONNECTION}/resync`,
    expect: 409,
    before: (test) =>
      test.command('POST', '/connections/shop_orchard/sync', {
        wait: false,
        historical: true,
        durationMs: 60_000,
        force: true,
      }),
  },
  { call: `POST ${CONNECTION}/sync`, body: { force: true }, expect: 200 },
  { call: `POST ${CONNECTION}/schemas/tables/resync`, body: { public: ['customer'] }, expect: 200 },
  {
    call: 'POST /v1/connections',
    body: { group_id: '{group}', service: 'aws_lambda', paused: true, config: { schema: 'fn' } },
    expect: 201,
    keep: 'function',
  },
  { call: 'GET /v1/connections/{function}/state', expect: 400 },
  { call: 'PATCH /v1/connections/{function}/state', body: { state: { cursor: 'a' } }, expect: 200 },
  { call: `PATCH ${CONNECTION}/state`, body: { state: {} }, expect: 400 },
  { call: 'GET /v1/connections/{function}/state', expect: 200 },
  {
    call: 'PATCH /v1/connections/{function}/state',
    body: { state: { cursor: 'b' } },
    expect: 409,
    before: async (test) => {
      const made = test.sandbox.world.connections.find(({ service }) => service === 'aws_lambda')
      if (made) test.sandbox.engine.start(made, { force: true, historical: false, durationMs: 60_000 })
    },
  },
  {
    call: 'POST /v1/connections',
    body: { group_id: '{group}', service: 'google_sheets', paused: true, config: { schema: 'gs', table: 't' } },
    expect: 201,
  },
]

const SCHEMAS: Step[] = [
  { call: `GET ${CONNECTION}/schemas`, expect: 200 },
  { call: `POST ${CONNECTION}/schemas/reload`, body: {}, expect: 200 },
  { call: `PATCH ${CONNECTION}/schemas`, body: { schema_change_handling: 'ALLOW_COLUMNS' }, expect: 200 },
  { call: `PATCH ${CONNECTION}/schemas/public`, body: { enabled: true }, expect: 200 },
  { call: `PATCH ${CUSTOMER}`, body: { enabled: true, columns: { points: { hashed: true } } }, expect: 200 },
  { call: `DELETE ${COLUMN}`, expect: 409 },
  { call: `PATCH ${COLUMN}`, body: { enabled: false }, expect: 200 },
  { call: `GET ${CUSTOMER}/columns`, expect: 200 },
  { call: `DELETE ${COLUMN}`, expect: 200 },
  {
    call: `POST ${CONNECTION}/schemas/drop-columns`,
    body: { schemas: { public: { tables: { customer: { columns: ['city'] } } } } },
    expect: 200,
  },
  {
    call: `POST ${CONNECTION}/schemas/drop-columns`,
    body: { schemas: { public: { tables: { customer: { columns: ['email'] } } } } },
    expect: 409,
  },
  { call: `POST ${CONNECTION}/schemas/drop-columns`, body: {}, expect: 400 },
  {
    call: `POST ${CONNECTION}/schemas/drop-columns`,
    body: { schemas: { public: { tables: { customer: { columns: ['nope'] } } } } },
    expect: 404,
  },
  { call: `DELETE ${CONNECTION}/schemas/public/tables/fixed/columns/id`, expect: 400 },
]

const TRANSFORMATIONS: Step[] = [
  {
    call: 'POST /v1/transformation-projects',
    body: {
      group_id: 'first_group',
      type: 'DBT_CORE',
      project_config: { dbt_version: '1.9.0', default_schema: 'marts', git_remote_url: 'git@git.example.com:a/b.git' },
    },
    expect: 201,
    keep: 'project',
  },
  { call: 'GET /v1/transformation-projects', expect: 200 },
  { call: 'GET /v1/transformation-projects/{project}', expect: 200 },
  { call: 'PATCH /v1/transformation-projects/{project}', body: { project_config: { threads: 2 } }, expect: 200 },
  { call: 'POST /v1/transformation-projects/{project}/test', body: {}, expect: 200 },
  {
    call: 'POST /v1/transformations',
    body: {
      type: 'DBT_CORE',
      schedule,
      transformation_config: { project_id: '{project}', name: 'daily', steps: [{ name: 'run', command: 'dbt run' }] },
    },
    expect: 201,
    keep: 'transformation',
  },
  {
    call: 'POST /v1/transformations',
    body: { type: 'QUICKSTART', schedule, transformation_config: { package_name: 'zendesk' } },
    expect: 201,
    keep: 'quickstart',
  },
  { call: 'GET /v1/transformations', expect: 200 },
  { call: 'GET /v1/transformations/{transformation}', expect: 200 },
  { call: 'PATCH /v1/transformations/{transformation}', body: { paused: true }, expect: 200 },
  { call: 'POST /v1/transformations/{transformation}/run', body: {}, expect: 200 },
  { call: 'POST /v1/transformations/{transformation}/cancel', body: {}, expect: 200 },
  { call: 'POST /v1/transformations/{quickstart}/upgrade', body: {}, expect: 200 },
  { call: 'GET /v1/transformations/package-metadata', expect: 200 },
  { call: 'GET /v1/transformations/package-metadata?limit=0', expect: 400 },
  { call: 'GET /v1/transformations/package-metadata/zendesk_package', expect: 200 },
  { call: 'DELETE /v1/transformation-projects/{project}', expect: 409 },
]

const REST: Step[] = [
  { call: 'GET /v1/metadata/connector-types', expect: 200 },
  { call: 'GET /v1/metadata/connector-types/postgres', expect: 200 },
  { call: 'GET /v1/users', expect: 200 },
  { call: 'GET /v1/users/arsenic_abbreviated', expect: 200 },
  { call: 'GET /v1/users/arsenic_abbreviated/connections', expect: 200 },
  { call: 'GET /v1/users/arsenic_abbreviated/groups', expect: 200 },
  { call: 'GET /v1/roles', expect: 200 },
  { call: 'GET /v1/teams', expect: 200 },
  { call: 'GET /v1/teams/calm_meadow', expect: 200 },
  {
    call: 'POST /v1/system-keys',
    body: { name: 'reader', permissions: [{ resource_type: 'CONNECTOR', access_level: 'READ' }] },
    expect: 201,
    keep: 'key',
  },
  { call: 'GET /v1/system-keys', expect: 200 },
  { call: 'GET /v1/system-keys/{key}', expect: 200 },
  { call: 'PATCH /v1/system-keys/{key}', body: { name: 'renamed' }, expect: 200 },
  { call: 'POST /v1/system-keys/{key}/rotate', body: {}, expect: 200 },
  { call: 'POST /v1/webhooks/account', body: hook, expect: 200, keep: 'webhook' },
  { call: 'POST /v1/webhooks/group/first_group', body: hook, expect: 200 },
  { call: 'GET /v1/webhooks', expect: 200 },
  { call: 'GET /v1/webhooks/{webhook}', expect: 200 },
  { call: 'PATCH /v1/webhooks/{webhook}', body: { events: ['sync_start'] }, expect: 200 },
  { call: 'POST /v1/webhooks/{webhook}/test', body: { event: 'sync_end' }, expect: 200 },
]

const DELETES: Step[] = [
  { call: 'DELETE /v1/webhooks/{webhook}', expect: 200 },
  { call: 'DELETE /v1/system-keys/{key}', expect: 200 },
  { call: 'DELETE /v1/transformations/{transformation}', expect: 200 },
  { call: 'DELETE /v1/transformation-projects/{project}', expect: 200 },
  { call: 'DELETE /v1/connections/{made}', expect: 200 },
  { call: 'POST /v1/groups', body: { name: 'short lived' }, expect: 201, keep: 'empty' },
  {
    call: 'POST /v1/destinations',
    body: { group_id: '{empty}', service: 'postgres_warehouse', time_zone_offset: '0', run_setup_tests: false },
    expect: 201,
  },
  { call: 'DELETE /v1/destinations/{empty}', expect: 200 },
  { call: 'DELETE /v1/groups/{empty}', expect: 200 },
]

/** Every endpoint once with success, and once with each error that only a special situation brings about. */
export const WALK: readonly Step[] = [...GROUPS, ...CONNECTIONS, ...SCHEMAS, ...TRANSFORMATIONS, ...REST, ...DELETES]
