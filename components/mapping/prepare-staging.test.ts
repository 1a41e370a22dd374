import { expect, it } from 'vitest'
import type { Mapping, StagingPlaces } from '@/lib/capabilities/mapping/contract'
import { prepareStaging, type StagingFields } from './prepare-staging'

const mapping: Mapping = {
  schema: 'shop',
  tables: [
    {
      source: 'customer',
      name: 'customer',
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
      columns: ['id', 'email'].map((source) => ({
        source,
        name: source,
        standardName: source,
        type: 'STRING',
        enabled: true,
        hashed: source === 'email',
        nullable: true,
        class: null,
        description: null,
        reasons: [],
      })),
      nested: [],
      parent: null,
    },
  ],
}
const places: StagingPlaces = {
  destinations: [
    {
      id: 'd-1',
      name: 'Warehouse',
      service: 'snowflake',
      connections: [{ name: 'orders', schemas: ['orders_public'] }],
    },
  ],
}
const fields: StagingFields = {
  destinationId: 'd-1',
  service: 'postgres',
  name: 'shop',
  part: '',
  sourceSchema: 'public',
  changeHandling: 'allow-columns',
  host: '',
  port: '5432',
  database: '',
  rationale: 'Asked for.',
}
const prepare = (part: Partial<StagingFields>) =>
  prepareStaging({ ...fields, ...part }, { name: 'shop', mapping }, places)

it('gives what would be sent, once nothing is missing', () => {
  const { request, settings, obstacle } = prepare({})
  expect({ settings, obstacle }).toEqual({ settings: 4, obstacle: null })
  expect(request).toMatchObject({
    service: 'postgres',
    name: 'shop',
    part: null,
    address: null,
    sourceSchema: 'public',
  })
})

it.each([
  [{ destinationId: null }, 'Choose a destination.'],
  [{ service: '' }, 'Choose a connector type.'],
  [{ service: 'postgrs' }, 'Choose a connector type of the list.'],
  [{ name: ' ' }, 'Give it a name.'],
  [{ name: 'Shop' }, /^A prefix is written in lower-case/],
  [{ service: 's3', part: '' }, /^A table is written in lower-case/],
  [{ sourceSchema: '' }, 'Name the schema at the source.'],
  [{ host: 'db' }, 'The database is a name alone.'],
  [{ host: 'db', database: 'shop', port: 'x' }, /^The port is a number/],
  [{ name: 'orders' }, 'Names meet in the destination.'],
  [{ rationale: ' ' }, 'Say why.'],
])('%o: %s', (part, obstacle) => {
  const prepared = prepare(part)
  expect(prepared.obstacle).toEqual(typeof obstacle === 'string' ? obstacle : expect.stringMatching(obstacle))
  expect(prepared.request).toBeNull()
})

it('sends no settings and no address to what takes neither', () => {
  expect(prepare({ service: 'salesforce', host: 'db', database: 'x', sourceSchema: '' })).toMatchObject({
    settings: 0,
    obstacle: null,
    request: { address: null, part: null, sourceSchema: 'none' },
  })
})
