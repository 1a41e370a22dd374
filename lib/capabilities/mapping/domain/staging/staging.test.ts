import { expect, it } from 'vitest'
import type { TableMapping } from '../proposal/mapping-proposal'
import { findLandingFaults, landingSchema } from './find-landing-faults'
import { presetsOfMapping } from './presets-of-mapping'

function column(source: string, part: Partial<TableMapping['columns'][number]> = {}): TableMapping['columns'][number] {
  return {
    source,
    name: source,
    standardName: source,
    type: 'STRING',
    enabled: true,
    hashed: false,
    nullable: true,
    class: null,
    description: null,
    reasons: [],
    ...part,
  }
}
function table(source: string, part: Partial<TableMapping> = {}): TableMapping {
  return {
    source,
    name: source,
    enabled: true,
    syncMode: 'soft-delete',
    syncModeReason: '',
    key: ['id'],
    keyReason: '',
    load: 'full',
    cursor: null,
    loadReason: '',
    partitionBy: null,
    clusterBy: [],
    foreignKeys: [],
    columns: [column('id')],
    nested: [],
    parent: null,
    ...part,
  }
}

it('says each setting outright, by the names of the source', () => {
  const tables = [
    table('customer', {
      columns: [
        column('id', { enabled: false, hashed: true }),
        column('Email', { hashed: true }),
        column('note', { enabled: false, hashed: true }),
      ],
    }),
    table('audit', { enabled: false }),
    table('customer_items', { parent: { table: 'customer', path: 'items' } }),
  ]
  const at = { schema: 'public', table: 'customer' }
  expect(presetsOfMapping(tables, { schema: 'public', changeHandling: 'block-all' })).toEqual([
    { kind: 'preset-change-handling', changeHandling: 'block-all' },
    { kind: 'preset-table', ...at, enabled: true, syncMode: 'soft-delete' },
    { kind: 'preset-column', ...at, column: 'id', enabled: true, hashed: false },
    { kind: 'preset-column', ...at, column: 'Email', enabled: true, hashed: true },
    { kind: 'preset-column', ...at, column: 'note', enabled: false, hashed: false },
    { kind: 'preset-table', schema: 'public', table: 'audit', enabled: false, syncMode: null },
  ])
})

const landing = { format: 'prefix' as const, name: 'shop', part: null, sourceSchema: 'Public' }

it('lands where the type’s way of naming puts it', () => {
  expect(landingSchema(landing)).toBe('shop_public')
  expect(landingSchema({ ...landing, format: 'schema' })).toBe('shop')
})

it.each([
  ['nothing meets', [table('customer')], landing, []],
  ['a name that is taken', [table('customer')], { ...landing, name: 'orders' }, [/has a connection `orders`/]],
  [
    'a schema that is written',
    [table('a')],
    { ...landing, format: 'schema' as const, name: 'orders_public' },
    [/connection `orders` writes/],
  ],
  [
    'one sheet more in a shared schema',
    [table('a')],
    { ...landing, format: 'schema-and-table' as const, name: 'orders_public', part: 'b' },
    [],
  ],
  ['two tables', [table('Order'), table('order')], landing, [/tables `Order` and `order`.*`order`/]],
  [
    'two columns',
    [table('a', { columns: [column('x-y'), column('x.y')] })],
    landing,
    [/columns `x-y` and `x.y` of `a`/],
  ],
  [
    'two columns of which one is left out',
    [table('a', { columns: [column('x-y'), column('x.y', { enabled: false })] })],
    landing,
    [],
  ],
  ['humps part words only outside databases', [table('a', { columns: [column('aB'), column('a_b')] })], landing, []],
  [
    'and there they meet',
    [table('a', { columns: [column('aB'), column('a_b')] })],
    { ...landing, format: 'schema' as const },
    [/would both be `a_b`/],
  ],
])('%s', (_what, tables, where, faults) => {
  const found = findLandingFaults(tables, where, [{ name: 'orders', schemas: ['orders_public'] }])
  expect(found).toEqual(faults.map((fault) => expect.stringMatching(fault)))
})
