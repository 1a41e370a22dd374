import { describe, expect, it } from 'vitest'
import { inferTables } from '../records/infer-from-profile'
import { TableProfile } from '../records/table-profile'
import { proposeMapping } from './propose-mapping'
import { renderConnectorSchema, renderFunctionSchema } from './render-connector-schema'
import { renderDbt } from './render-dbt'
import { renderSchemaConfig } from './render-schema-config'

const profile = new TableProfile()
for (const id of [1, 2, 3]) {
  profile.addRecord({
    id,
    email: `a${id}@example.com`,
    apiKey: 'k',
    status: 'open',
    createdAt: '2024-01-01T00:00:00Z',
    updatedAt: '2024-01-01T00:00:00Z',
    address: { city: 'Berlin', geo: { lat: 1.5 } },
    tags: ['a'],
    items: [{ sku: `s${id}`, qty: 1 }],
    void: null,
    'user-name': 'a',
    userName: 'b',
  })
}
const mapping = proposeMapping(inferTables('Orders', profile), {
  schema: 'My Shop',
  rules: 'application',
  classify: ({ column }) => ({
    class: column === 'email' ? 'email' : column === 'apiKey' ? 'credential' : null,
    sensitive: column === 'email' || column === 'apiKey',
    secret: column === 'apiKey',
    reason: null,
  }),
})
const [orders, items] = mapping.tables
const columnOf = (source: string) => orders?.columns.find((column) => column.source === source)

describe('proposeMapping', () => {
  it('names, keys and advises', () => {
    expect(mapping.schema).toBe('my_shop')
    expect(orders).toMatchObject({
      name: 'orders',
      key: ['id'],
      load: 'incremental',
      cursor: 'updatedAt',
      syncMode: 'history',
      partitionBy: 'created_at',
    })
    expect(columnOf('address.city')).toMatchObject({ name: 'address_city' })
    expect(columnOf('address.geo')).toMatchObject({ name: 'address_geo', type: 'JSON' })
    expect(columnOf('address')).toBeUndefined()
    expect(columnOf('void')).toBeUndefined()
    expect(items).toMatchObject({ name: 'orders_items', parent: { table: 'Orders', path: 'items' } })
  })

  it('hashes what tells of a person and leaves secrets out', () => {
    expect(columnOf('email')).toMatchObject({ hashed: true, enabled: true })
    expect(columnOf('apiKey')).toMatchObject({ hashed: false, enabled: false })
    expect(columnOf('id')).toMatchObject({ hashed: false, enabled: true })
  })

  it('names the sources that would meet in one column', () => {
    expect(mapping.collisions).toEqual([{ table: 'Orders', name: 'user_name', sources: ['user-name', 'userName'] }])
  })
})

describe('renderings', () => {
  it('write a schema config', () => {
    expect(renderSchemaConfig(mapping)).toMatchObject({
      schema_change_handling: 'ALLOW_COLUMNS',
      schemas: {
        my_shop: {
          enabled: true,
          tables: {
            orders: {
              sync_mode: 'HISTORY',
              columns: { email: { enabled: true, hashed: true }, api_key: { enabled: false } },
            },
          },
        },
      },
    })
  })

  it('write a connector schema whose child tables know their parent', () => {
    const text = renderConnectorSchema(mapping)
    expect(text).toContain('"table": "orders_items",\n            "primary_key": ["orders_id", "sku"]')
    expect(text).toContain('"created_at": "UTC_DATETIME"')
    expect(text).not.toContain('api_key')
  })

  it('write a function schema', () => {
    expect(renderFunctionSchema(mapping)).toMatchObject({ schema: { orders: { primary_key: ['id'] } } })
  })

  it('write dbt sources and one staging model a table', () => {
    const files = renderDbt(mapping)
    expect(files.map(({ path }) => path)).toEqual([
      'models/staging/my_shop/_my_shop__sources.yml',
      'models/staging/my_shop/stg_my_shop__orders.sql',
      'models/staging/my_shop/stg_my_shop__orders_items.sql',
    ])
    expect(files[1]?.text).toContain('id as order_id')
    expect(files[1]?.text).toContain('where _fivetran_active')
  })
})
