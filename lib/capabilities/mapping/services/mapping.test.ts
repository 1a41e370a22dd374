import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  contextOf,
  seedConnection,
  seedDestination,
  seedPerson,
  seedSnapshot,
} from '@/lib/control-loop/connection/services/testing/seed-connection'
import { makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import type { ServiceContext } from '@/lib/platform/context'
import { type TestDatabase, withTestDatabase } from '@/lib/platform/db/test-database'
import { type MappingRequest, mappingAnswerSchema, mappingRequestSchema, mappingSchema } from '../contract'
import { proposeFromSource } from './propose-from-source'
import { renderMapping } from './render-mapping'

const now = new Date('2026-11-12T10:42:00Z')
let test: TestDatabase
let ctx: ServiceContext

beforeAll(async () => {
  test = await withTestDatabase()
  ctx = contextOf(await seedPerson('Ada', 'engineer'), now)
})
afterAll(() => test.drop())

/** As the route does: parsed on the way in, checked on the way out. */
const propose = async (request: MappingRequest) =>
  mappingAnswerSchema.parse(await proposeFromSource(ctx, mappingRequestSchema.parse(request)))
const read = (kind: 'records' | 'ddl' | 'openapi', text: string) => propose({ kind, name: 'orders', text })

const orders = [1, 2, 3]
  .map((id) =>
    JSON.stringify({
      id,
      custEmail: `ada${id}@example.com`,
      apiToken: 'tok',
      'user-name': 'a',
      userName: 'b',
      updatedAt: '2026-01-01T00:00:00Z',
      address: { city: 'Berlin' },
      items: [{ sku: `s${id}`, qty: 1 }],
    }),
  )
  .join('\n')

describe('a sample of records', () => {
  it('becomes tables with their evidence, collisions and documents', async () => {
    const { mapping, notes, collisions, documents, source } = await read('records', orders)
    expect(source).toMatchObject({ kind: 'records', name: 'orders', snapshot: null })
    expect(mapping.tables.map(({ source: name, key, cursor }) => [name, key, cursor])).toEqual([
      ['orders', ['id'], 'updatedAt'],
      ['orders_items', ['sku'], null],
    ])
    const [table] = mapping.tables
    const column = (name: string) => table?.columns.find(({ source: path }) => path === name)
    expect(column('custEmail')).toMatchObject({ class: 'email', hashed: true, standardName: 'customer_email' })
    expect(column('apiToken')).toMatchObject({ enabled: false })
    expect(column('address.city')).toMatchObject({ name: 'address_city' })
    expect(collisions).toEqual([{ table: 'orders', name: 'user_name', sources: ['user-name', 'userName'] }])
    const note = notes[0]?.columns.find(({ source: path }) => path === 'custEmail')
    expect(note?.names[0]).toMatchObject({ name: 'customer_email', reasons: ['`cust` stands for customer'] })
    expect(note?.class.evidence[0]).toMatchObject({ verdict: 'for', measure: '3 of 3' })
    expect(documents.map(({ kind, files }) => [kind, files.length])).toEqual([
      ['schema-config', 1],
      ['connector-sdk', 1],
      ['function', 1],
      ['dbt-sources', 1],
      ['dbt-models', 2],
    ])
  })

  it('may be CSV, in which numbers are read out of text', async () => {
    const { mapping } = await read('records', 'id,price\n1,2.50\n2,3.75\n')
    expect(mapping.tables[0]?.columns.map(({ type }) => type)).toEqual(['INT', 'DOUBLE'])
  })

  it('keeps apart what reads as one path, and names what has no letter', async () => {
    const { mapping } = await read('records', '{"a.b":1,"a":{"b":2},"":3,"__proto__":4}')
    const columns = mapping.tables[0]?.columns ?? []
    expect(columns.map(({ source }) => source)).toEqual(['a.b', 'a.b (2)', '', '__proto__'])
    expect(columns.every(({ name }) => name.length > 0)).toBe(true)
  })
})

describe('what cannot be read', () => {
  it.each<['records' | 'ddl' | 'openapi', string, string, RegExp]>([
    ['records', 'line 2', '{"a":1}\n{"a":}\n{"a":3}', /expected a value, found "}"/],
    ['records', 'line 3', '{"a":1}\n{"a":2\n{"a":3}', /expected a comma/],
    ['records', 'line 2', '{"a":1}\n{"a":2,"a":3}', /"a" is there twice/],
    ['records', 'line 2', '[{"a":1},\n 7]', /must be an object/],
    ['records', 'line 1', '{"a":"x\ny"}', /not closed in its line/],
    ['records', 'line 1', `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`, /deeper than 200/],
    ['records', 'line 1', 'id,id\n1,2', /there twice/],
    ['records', 'line 2', 'id,name\n1,2,3', /3 fields/],
    ['records', 'line 1', '  \n', /no record/],
    ['ddl', 'line 3', 'create table t (\n  id int,\n  id int\n);', /twice/],
    ['ddl', 'line 1', 'select 1', /no CREATE TABLE/],
    ['openapi', 'line 3', '{\n  "openapi": "3.1.0",\n}', /a key in double quotes/],
    ['openapi', '#/components/schemas', '{"openapi":"3.1.0"}', /is missing/],
  ])('%s, refused at %s', async (kind, path, text, message) => {
    await expect(read(kind, text)).rejects.toMatchObject({
      status: 422,
      issues: [{ path, message: expect.stringMatching(message) }],
    })
  })

  it('is also what is too much', async () => {
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 5_001 }, (_, at) => [`f${at}`, 1])))
    await expect(read('records', wide)).rejects.toMatchObject({ status: 422, sentence: expect.stringMatching(/5001/) })
    await expect(read('records', JSON.stringify({ ['k'.repeat(600)]: 1 }))).rejects.toThrow(/600 characters/)
    await expect(read('records', `{"a":"${'ü'.repeat(5 * 1024 * 1024)}"}`)).rejects.toMatchObject({ status: 413 })
  })

  it('and a small document whose references multiply', async () => {
    const next = (at: number) => ({ $ref: `#/$defs/A${at + 1}` })
    const chain = Array.from({ length: 40 }, (_, at) => [`A${at}`, { anyOf: [next(at), { allOf: [next(at)] }] }])
    const $defs = { ...Object.fromEntries(chain), A40: { type: 'object', properties: { x: {} } } }
    const read40 = read('openapi', JSON.stringify({ ...next(-1), $defs }))
    await expect(read40).rejects.toMatchObject({ status: 422, sentence: expect.stringMatching(/too many ways/) })
  })

  it('and a viewer maps nothing', async () => {
    const viewer = { ...ctx, actor: { ...ctx.actor, role: 'viewer' as const } }
    await expect(proposeFromSource(viewer, { kind: 'ddl', name: 'x', text: 'y' })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('a connection', () => {
  it('is mapped from its latest snapshot over what it does now, with what people decided', async () => {
    const { destination } = await seedDestination()
    const connection = await seedConnection(destination, 'pg_orders')
    await expect(propose({ kind: 'connection', connectionId: connection.id })).rejects.toThrow(/has not read/)
    const columns = {
      id: { primaryKey: true, type: 'LONG' as const },
      email: {},
      shade: { enabled: false },
      gone: { inSource: false },
      _fivetran_synced: {},
    }
    await seedSnapshot(
      ctx,
      connection,
      makeTree({ customer: makeTable(columns, { destinationName: 'customer', syncMode: 'live' }) }),
    )
    const place = { connectionId: connection.id, schema: 'public', table: 'customer' }
    const decided = { sensitive: true, decidedBy: 'Priya', decidedAt: now, evidence: [] }
    await test.db.columnClass.create({ data: { ...place, column: 'email', dataClass: 'health', ...decided } })

    const { mapping, notes, source } = await propose({ kind: 'connection', connectionId: connection.id })
    expect(source).toMatchObject({ name: 'pg_orders', schema: 'public', schemas: ['public'], snapshot: 1 })
    expect(mapping).toMatchObject({
      schema: 'pg_public',
      tables: [{ name: 'customer', key: ['id'], syncMode: 'live' }],
    })
    expect(mapping.tables[0]?.columns.map((column) => [column.source, column.enabled, column.hashed])).toEqual([
      ['id', true, false],
      ['email', true, true],
      ['shade', false, false],
    ])
    expect(notes[0]?.columns[1]?.class).toMatchObject({ name: 'health', decidedBy: 'Priya' })
    await expect(propose({ kind: 'connection', connectionId: connection.id, schema: 'other' })).rejects.toThrow(
      /no such schema/,
    )
  })
})

describe('an edited mapping', () => {
  it('is rendered as it now is, and its new collisions are named', async () => {
    const { mapping } = await read('records', orders)
    const edited = structuredClone(mapping)
    const [email, secret] = [edited.tables[0]?.columns[1], edited.tables[0]?.columns[2]]
    if (email) Object.assign(email, { name: 'contact_address', standardName: 'contact', hashed: false })
    if (secret) Object.assign(secret, { enabled: true, name: 'CONTACT_address' })
    const { collisions, documents } = await renderMapping(mappingSchema.parse(edited))
    expect(collisions).toContainEqual({
      table: 'orders',
      name: 'contact_address',
      sources: ['custEmail', 'apiToken'],
    })
    const text = (kind: string) => documents.find((document) => document.kind === kind)?.files[0]?.text ?? ''
    expect(JSON.parse(text('schema-config')).schemas.orders.tables.orders.columns.contact_address).toEqual({
      enabled: true,
      hashed: false,
      is_primary_key: false,
    })
    expect(text('connector-sdk')).toContain('"contact_address": "STRING"')
    expect(text('dbt-models')).toContain('contact_address as contact')
  })

  it.each<[string, (mapping: Awaited<ReturnType<typeof read>>['mapping']) => unknown]>([
    ['an extra field', (mapping) => ({ ...mapping, note: 'x' })],
    ['code for a name', (mapping) => ({ ...mapping, schema: "x') }}" })],
    ['a key of no column', ({ schema, tables }) => ({ schema, tables: tables.map((t) => ({ ...t, key: ['ghost'] })) })],
    [
      'a table below itself',
      ({ schema, tables }) => ({
        schema,
        tables: tables.map((t, at) => ({ ...t, parent: { table: tables[1 - at]?.source ?? '', path: 'x' } })),
      }),
    ],
    ['one source twice', ({ schema, tables }) => ({ schema, tables: [tables[0], tables[0]] })],
  ])('with %s is refused', async (_what, change) => {
    const { mapping } = await read('records', orders)
    expect(mappingSchema.safeParse(mapping).success).toBe(true)
    expect(mappingSchema.safeParse(change(mapping)).success).toBe(false)
  })
})
