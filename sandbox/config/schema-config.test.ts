import { describe, expect, it } from 'vitest'
import { ApiError } from '@/sandbox/errors/api-error'
import { smallScenario } from '@/sandbox/scenarios/small-scenario'
import type { Source } from '@/sandbox/source/source-model'
import { captureSchema } from './capture-schema'
import { isColumnListed } from './column-visibility'
import { firstConfig } from './first-config'
import { markForDeletion } from './mark-for-deletion'
import { patchSchemaConfig } from './patch-schema-config'
import { presentColumns, presentSchemaConfig } from './present-schema-config'
import { reloadSchemaConfig } from './reload-schema-config'
import type { ConfigColumn, SchemaChangeHandling } from './schema-config'

const context = {
  rules: 'database',
  exposesPrimaryKeys: true,
  destinationSchema: (name: string) => `shop_${name}`,
} as const

function makeSource(): Source {
  const source = smallScenario().connections[0]?.source
  if (!source) throw new Error('the small scenario has no connection')
  return source
}

function tableOf(source: Source, name: string) {
  const table = source[0]?.tables.find((candidate) => candidate.name === name)
  if (!table) throw new Error(`no table ${name}`)
  return table
}

function withColumn(name: string): Source {
  const source = makeSource()
  const [first] = tableOf(source, 'customer').columns
  if (first) tableOf(source, 'customer').columns.push({ ...first, name })
  return source
}

function withPolicy(policy: SchemaChangeHandling) {
  return patchSchemaConfig(captureSchema(null, makeSource()), { schema_change_handling: policy }, makeSource(), 'root')
}

function refusal(act: () => unknown): { status: number; code: string; message: string } {
  try {
    act()
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, code: error.code, message: error.message }
    throw error
  }
  throw new Error('nothing was refused')
}

const patchCustomer = (columns: Record<string, { enabled?: boolean; hashed?: boolean }>) => ({
  schemas: { public: { tables: { customer: { columns } } } },
})

describe('which columns the tree lists', () => {
  const untouched: ConfigColumn = { enabled: true, hashed: false, primaryKey: false, touched: false, deleted: false }

  it('lists nothing that follows the policy untouched', () => {
    expect(isColumnListed(untouched, 'ALLOW_ALL')).toBe(false)
    expect(isColumnListed(untouched, 'ALLOW_COLUMNS')).toBe(false)
    expect(
      presentSchemaConfig(captureSchema(null, makeSource()), context).schemas.public?.tables.customer?.columns,
    ).toEqual({})
  })

  it('lists what was touched, even back in its first state, and what is out of line', () => {
    expect(isColumnListed({ ...untouched, touched: true }, 'ALLOW_ALL')).toBe(true)
    expect(isColumnListed({ ...untouched, enabled: false }, 'ALLOW_ALL')).toBe(true)
    expect(isColumnListed({ ...untouched, deleted: true }, 'ALLOW_ALL')).toBe(true)
    expect(isColumnListed(untouched, 'BLOCK_ALL')).toBe(true)
  })
})

describe('new objects follow the policy', () => {
  it.each<[SchemaChangeHandling, boolean, boolean]>([
    ['ALLOW_ALL', true, true],
    ['ALLOW_COLUMNS', true, false],
    ['BLOCK_ALL', false, false],
  ])('%s: column %s, table %s', (policy, columnEnabled, tableEnabled) => {
    const source = withColumn('nickname')
    source[0]?.tables.push({ ...tableOf(source, 'note'), name: 'extra' })
    const config = captureSchema(withPolicy(policy), source)
    expect(config.schemas.public?.tables.customer?.columns.nickname?.enabled).toBe(columnEnabled)
    expect(config.schemas.public?.tables.extra?.enabled).toBe(tableEnabled)
  })

  it('marks what is gone as DELETED and keeps it', () => {
    const source = makeSource()
    tableOf(source, 'customer').columns = tableOf(source, 'customer').columns.filter(({ name }) => name !== 'city')
    const tree = presentSchemaConfig(captureSchema(captureSchema(null, makeSource()), source), context)
    expect(tree.schemas.public?.tables.customer?.columns.city?.enabled_patch_settings).toEqual({
      allowed: false,
      reason_code: 'DELETED',
    })
  })
})

describe('edits', () => {
  const config = captureSchema(null, makeSource())

  it('merge at the keys sent and leave the rest alone', () => {
    const once = patchSchemaConfig(config, patchCustomer({ email: { hashed: true } }), makeSource(), 'root')
    const twice = patchSchemaConfig(once, patchCustomer({ email: { enabled: false } }), makeSource(), 'root')
    expect(twice.schemas.public?.tables.customer?.columns.email).toMatchObject({
      enabled: false,
      hashed: true,
      touched: true,
    })
    expect(config.schemas.public?.tables.customer?.columns.email?.touched).toBe(false)
  })

  it('refuse names in the wrong case, and keep nothing of the edit', () => {
    const patch = patchCustomer({ email: { hashed: true }, Email: { hashed: true } })
    expect(refusal(() => patchSchemaConfig(config, patch, makeSource(), 'root'))).toMatchObject({
      status: 404,
      code: 'NotFound',
    })
    expect(refusal(() => patchSchemaConfig(config, { schemas: { Public: {} } }, makeSource(), 'root')).status).toBe(404)
    expect(
      refusal(() => patchSchemaConfig(config, { schemas: { constructor: {} } }, makeSource(), 'root')).status,
    ).toBe(404)
  })

  it('refuse table settings of a core table but not its columns', () => {
    const setting = { schemas: { public: { tables: { core: { enabled: true } } } } }
    expect(refusal(() => patchSchemaConfig(config, setting, makeSource(), 'table'))).toEqual({
      status: 409,
      code: 'IllegalState',
      message: 'Cannot modify read-only table public.core config',
    })
    const column = { schemas: { public: { tables: { core: { columns: { label: { enabled: false } } } } } } }
    expect(
      patchSchemaConfig(config, column, makeSource(), 'table').schemas.public?.tables.core?.columns.label?.enabled,
    ).toBe(false)
  })

  it('refuse columns where the table supports none', () => {
    const patch = { schemas: { public: { tables: { fixed: { columns: { id: { enabled: true } } } } } } }
    expect(refusal(() => patchSchemaConfig(config, patch, makeSource(), 'root'))).toEqual({
      status: 400,
      code: 'InvalidInput',
      message: "Table `fixed` of schema `public` doesn't supports columns configuration",
    })
  })

  it('refuse a locked column alone and skip it in bulk', () => {
    const patch = patchCustomer({ id: { enabled: false } })
    expect(refusal(() => patchSchemaConfig(config, patch, makeSource(), 'column'))).toMatchObject({
      status: 400,
      message: 'Column does not support exclusion as it is a Primary Key',
    })
    expect(
      patchSchemaConfig(config, patch, makeSource(), 'root').schemas.public?.tables.customer?.columns.id?.enabled,
    ).toBe(true)
  })

  it('refuse a sync mode where the table cannot switch, and show none there', () => {
    const patch = (table: string) =>
      ({ schemas: { public: { tables: { [table]: { sync_mode: 'HISTORY' } } } } }) as const
    expect(refusal(() => patchSchemaConfig(config, patch('note'), makeSource(), 'table')).status).toBe(400)
    const tables = presentSchemaConfig(patchSchemaConfig(config, patch('customer'), makeSource(), 'table'), context)
      .schemas.public?.tables
    expect(tables?.customer).toMatchObject({ sync_mode: 'HISTORY', supports_history_mode: true })
    expect(tables?.note).not.toHaveProperty('sync_mode')
  })

  it('share with the config before what they do not touch', () => {
    const after = patchSchemaConfig(config, patchCustomer({ email: { hashed: true } }), makeSource(), 'root')
    expect(after.schemas.public?.tables.note).toBe(config.schemas.public?.tables.note)
    expect(captureSchema(after, makeSource()).schemas.public?.tables.customer).toBe(
      after.schemas.public?.tables.customer,
    )
  })

  it('mark blocked columns for deletion, all of a list or none', () => {
    const place = { schema: 'public', table: 'customer' }
    const blocked = patchSchemaConfig(config, patchCustomer({ city: { enabled: false } }), makeSource(), 'root')
    const both = [
      { ...place, column: 'city' },
      { ...place, column: 'email' },
    ]
    expect(refusal(() => markForDeletion(blocked, both)).status).toBe(409)
    expect(refusal(() => markForDeletion(blocked, [{ ...place, column: 'City' }])).status).toBe(404)
    const marked = markForDeletion(blocked, both.slice(0, 1))
    expect(marked.schemas.public?.tables.customer?.columns.city?.dropPending).toBe(true)
    const kept = patchSchemaConfig(marked, patchCustomer({ city: { enabled: true } }), makeSource(), 'root')
    expect(kept.schemas.public?.tables.customer?.columns.city?.dropPending).toBe(false)
  })

  it('asked for before the first look are ignored where they name nothing or cannot be', () => {
    const asked = {
      schemas: {
        public: { tables: { note: { enabled: false }, nope: { enabled: false }, core: { enabled: false } } },
        other: { enabled: false },
      },
    }
    const { public: found } = firstConfig(makeSource(), asked).schemas
    expect([found?.tables.note?.enabled, found?.tables.core?.enabled]).toEqual([false, true])
  })

  it('asked for before the first look set the mode of what can switch', () => {
    const tables = { customer: { sync_mode: 'HISTORY' as const }, note: { sync_mode: 'HISTORY' as const } }
    const { public: found } = firstConfig(makeSource(), { schemas: { public: { tables } } }).schemas
    expect([found?.tables.customer?.syncMode, found?.tables.note?.syncMode]).toEqual(['HISTORY', 'SOFT_DELETE'])
  })
})

describe('reload and the columns endpoint', () => {
  it('EXCLUDE switches tables off, leaves core tables and untouched columns', () => {
    const config = reloadSchemaConfig(captureSchema(null, makeSource()), makeSource(), 'EXCLUDE')
    expect(config.schemas.public?.tables.customer?.enabled).toBe(false)
    expect(config.schemas.public?.tables.core?.enabled).toBe(true)
    expect(config.schemas.public?.tables.customer?.columns.email?.enabled).toBe(true)
  })

  it('answers every column of the live source, captured or not', () => {
    const config = captureSchema(null, makeSource())
    const stored = config.schemas.public?.tables.customer
    if (!stored) throw new Error('not captured')
    const { columns } = presentColumns(stored, tableOf(withColumn('nickname'), 'customer'), config, context)
    expect(Object.keys(columns)).toEqual(['id', 'email', 'city', 'points', 'createdAt', 'nickname'])
    expect(columns.createdAt?.name_in_destination).toBe('createdat')
    expect(columns.id).toMatchObject({
      is_primary_key: true,
      enabled_patch_settings: { allowed: false, reason_code: 'SYSTEM_COLUMN' },
    })
  })
})
