import { expect, it } from 'vitest'
import { describeEdit } from './describe-edit'
import { repeatsBody } from './repeats-body'

const edit = {
  kind: 'create-connection',
  groupId: 'g',
  service: 's3',
  nameFormat: 'schema',
  name: 'shop',
  part: null,
  address: null,
} as const

it.each([
  [{}, { schema: 'shop' }],
  [{ nameFormat: 'prefix' }, { schema_prefix: 'shop' }],
  [
    { nameFormat: 'schema-and-table', part: 'budget' },
    { schema: 'shop', table: 'budget' },
  ],
  [
    { nameFormat: 'schema-and-group', part: 'files' },
    { schema: 'shop', table_group_name: 'files' },
  ],
  [
    { nameFormat: 'prefix', address: { host: 'db', port: 5432, database: 'd' } },
    { schema_prefix: 'shop', host: 'db', port: 5432, database: 'd' },
  ],
] as const)('%o is named %o', (part, config) => {
  expect(describeEdit(null, { ...edit, ...part })).toEqual({
    method: 'POST',
    path: '/v1/connections',
    body: {
      group_id: 'g',
      service: 's3',
      paused: true,
      run_setup_tests: false,
      destination_schema_names: 'FIVETRAN_NAMING',
      config,
    },
  })
})

it('sends settings beforehand to the connection, whose id nobody knows before it is made', () => {
  const preset = {
    kind: 'preset-schema-config',
    columns: [{ schema: 'public', table: 'customer', column: 'email', enabled: true, hashed: true }],
    tables: [{ schema: 'public', table: 'customer', enabled: true, syncMode: 'history' }],
    schemas: [{ schema: 'public', enabled: true }],
    changeHandling: 'block-all',
  } as const
  const request = describeEdit(null, {
    ...preset,
    columns: [...preset.columns],
    tables: [...preset.tables],
    schemas: [...preset.schemas],
  })
  expect(request.path).toBe('/v1/connections/{the new connection}/schemas')
  expect(request.body).toEqual({
    schema_change_handling: 'BLOCK_ALL',
    schemas: {
      public: {
        enabled: true,
        tables: {
          customer: { enabled: true, sync_mode: 'HISTORY', columns: { email: { enabled: true, hashed: true } } },
        },
      },
    },
  })
})

it.each([
  [{ a: { b: true } }, { a: { b: true, c: 1 }, d: 2 }, true],
  [{ mode: 'ALLOW_ALL' }, { mode: 'allow_all' }, true],
  [{ a: { b: true } }, { a: { b: false } }, false],
  [{ a: { b: true } }, { a: {} }, false],
  [{ a: 1 }, null, false],
])('%o in %o: %s', (body, reply, repeats) => {
  expect(repeatsBody(body, reply)).toBe(repeats)
})
