import { describe, expect, it } from 'vitest'
import { mergeSources } from './merge-sources'
import type { ObservedColumn, ObservedConfig, ObservedTable, SnapshotSources } from './source-observation'

const column = (overrides: Partial<ObservedColumn> = {}): ObservedColumn => ({
  destinationName: 'x',
  enabled: true,
  hashed: false,
  primaryKey: false,
  lock: null,
  ...overrides,
})

const table = (overrides: Partial<ObservedTable> = {}): ObservedTable => ({
  destinationName: 'users',
  enabled: true,
  syncMode: 'soft-delete',
  lock: null,
  supportsColumns: true,
  columns: {},
  ...overrides,
})

const config = (users: ObservedTable, overrides: Partial<ObservedConfig> = {}, enabled = true): ObservedConfig => ({
  changeHandling: 'allow-all',
  typeLocked: null,
  schemas: { public: { destinationName: 'public', enabled, tables: { Users: users } } },
  ...overrides,
})

const merge = (overrides: Partial<SnapshotSources> = {}) =>
  mergeSources({
    config: config(table()),
    sourceColumns: {},
    warehouse: [],
    destinationSchemas: { public: 'pg_public' },
    engine: 'postgres',
    previous: null,
    ...overrides,
  })
const usersOf = (tree: ReturnType<typeof merge>) => tree.schemas.public?.tables.Users
const fact = (name: string, typeSpelling = 'text') => ({
  schema: 'PG_PUBLIC',
  table: 'USERS',
  column: name,
  typeSpelling,
  nullable: true,
})
const asked = (columns: Record<string, ObservedColumn> | 'absent') => ({ public: { Users: columns } })

describe('mergeSources', () => {
  it('joins what the source lists with the type the destination has, whatever the case', () => {
    const tree = merge({
      sourceColumns: asked({ FirstName: column({ destinationName: 'first_name' }) }),
      warehouse: [fact('FIRST_NAME', 'character varying(20)'), fact('_FIVETRAN_SYNCED')],
    })
    expect(usersOf(tree)).toMatchObject({
      columnsComplete: true,
      columns: {
        FirstName: {
          type: 'STRING',
          typeSpelling: 'character varying(20)',
          inSource: true,
          touched: false,
          enabled: true,
        },
      },
    })
    expect(Object.keys(usersOf(tree)?.columns ?? {})).toEqual(['FirstName'])
    expect(tree.schemas.public?.destinationName).toBe('pg_public')
  })

  it('finds the destination schema by its suffix when the full name is not told, unless two fit', () => {
    const sources = { destinationSchemas: {}, sourceColumns: asked({ a: column({ destinationName: 'a' }) }) }
    expect(usersOf(merge({ ...sources, warehouse: [fact('a')] }))?.columns.a?.type).toBe('STRING')
    const two = [fact('a'), { ...fact('a'), schema: 'crm_public' }]
    expect(usersOf(merge({ ...sources, warehouse: two }))?.columns.a?.type).toBeNull()
  })

  it.each([
    ['allow-all', true, true],
    ['allow-columns', true, true],
    ['block-all', true, false],
    ['allow-all', false, false],
  ] as const)(
    'lets an untouched column follow %s in a schema synced %s: %s',
    (changeHandling, schemaEnabled, enabled) => {
      const listed = column({ destinationName: 'a', enabled: false })
      const tree = merge({
        config: config(table(), { changeHandling }, schemaEnabled),
        sourceColumns: asked({ a: listed }),
      })
      expect(usersOf(tree)?.columns.a?.enabled).toBe(enabled)
    },
  )

  it('takes a touched column from the stored config', () => {
    const stored = column({ destinationName: 'a', enabled: false, hashed: true })
    const tree = merge({
      config: config(table({ columns: { a: stored } })),
      sourceColumns: asked({ a: column({ destinationName: 'a' }) }),
    })
    expect(usersOf(tree)?.columns.a).toMatchObject({ enabled: false, hashed: true, touched: true, inSource: true })
  })

  it('takes a lock that says deleted as gone', () => {
    const stored = column({ destinationName: 'a', lock: { code: 'deleted', reason: null } })
    expect(usersOf(merge({ config: config(table({ columns: { a: stored } })) }))?.columns.a?.inSource).toBe(false)
  })

  it('keeps a column of the destination that the source no longer lists as a ghost, then drops it with the destination', () => {
    const first = merge({
      sourceColumns: asked({ a: column({ destinationName: 'a' }), old: column({ destinationName: 'old' }) }),
      warehouse: [fact('a'), fact('old')],
    })
    const second = merge({
      sourceColumns: asked({ a: column({ destinationName: 'a' }) }),
      warehouse: [fact('a'), fact('old')],
      previous: first,
    })
    expect(usersOf(second)?.columns.old).toMatchObject({
      inSource: false,
      touched: false,
      enabled: false,
      type: 'STRING',
    })
    const third = merge({
      sourceColumns: asked({ a: column({ destinationName: 'a' }) }),
      warehouse: [fact('a')],
      previous: second,
    })
    expect(Object.keys(usersOf(third)?.columns ?? {})).toEqual(['a'])
  })

  it('carries over what it knew of a table that was not asked', () => {
    const previous = merge({
      sourceColumns: asked({ a: column({ destinationName: 'a', primaryKey: true }) }),
      warehouse: [fact('a')],
    })
    const tree = merge({ warehouse: null, previous })
    expect(usersOf(tree)).toEqual(usersOf(previous))
  })

  it('does not call a column a ghost when nobody could look, and learns its source name later', () => {
    const first = merge({ warehouse: [fact('first_name')] })
    expect(usersOf(first)).toMatchObject({
      columnsComplete: true,
      columns: { first_name: { inSource: null, enabled: true } },
    })
    const second = merge({
      warehouse: [fact('first_name')],
      previous: first,
      sourceColumns: asked({ FirstName: column({ destinationName: 'first_name' }) }),
    })
    expect(Object.keys(usersOf(second)?.columns ?? {})).toEqual(['FirstName'])
  })

  it('says when the list of columns is not the whole list', () => {
    expect(usersOf(merge())?.columnsComplete).toBe(false)
  })

  it('marks a table the source does not know as gone', () => {
    expect(usersOf(merge({ sourceColumns: asked('absent') }))?.lock?.code).toBe('deleted')
  })

  it('keeps the tables of a switched-off schema the config leaves out', () => {
    const previous = merge({ sourceColumns: asked({ a: column({ destinationName: 'a' }) }) })
    const off: ObservedConfig = {
      changeHandling: 'allow-all',
      typeLocked: null,
      schemas: { public: { destinationName: 'public', enabled: false, tables: {} } },
    }
    expect(usersOf(merge({ config: off, previous }))).toEqual(usersOf(previous))
  })

  it('is not confused by names that sit on every object', () => {
    const tree = merge({
      sourceColumns: asked(
        Object.fromEntries([
          ['__proto__', column({ destinationName: '__proto__' })],
          ['constructor', column({ destinationName: 'constructor' })],
        ]),
      ),
    })
    expect(Object.keys(usersOf(tree)?.columns ?? {}).sort()).toEqual(['__proto__', 'constructor'])
  })
})
