import fc from 'fast-check'
import {
  type ColumnState,
  changeHandlingSchema,
  type Lock,
  logicalTypes,
  type SchemaTree,
  syncModeSchema,
  type TableState,
} from '../schema-tree'

/** Few names, so that two trees share objects; hostile ones among them. */
const name = fc.constantFrom(
  'id',
  'Email',
  'email',
  'x.y',
  '',
  '__proto__',
  'constructor',
  '_fivetran_synced',
  'ñandú',
  'a"b\n',
)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 })
const mapOf = <Value>(value: fc.Arbitrary<Value>, maxLength: number): fc.Arbitrary<Record<string, Value>> =>
  fc
    .uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength })
    .map((entries) => Object.fromEntries(entries))

const lock: fc.Arbitrary<Lock> = fc.record({
  code: fc.constantFrom('system', 'deleted', 'other'),
  reason: maybe(fc.constantFrom('a key', 'core table')),
})

const column: fc.Arbitrary<ColumnState> = fc.record({
  destinationName: name,
  enabled: fc.boolean(),
  hashed: fc.boolean(),
  primaryKey: maybe(fc.boolean()),
  type: maybe(fc.constantFrom(...logicalTypes)),
  typeSpelling: maybe(fc.constantFrom('text', 'varchar(9)')),
  nullable: maybe(fc.boolean()),
  lock: fc.option(lock, { nil: null, freq: 5 }),
  touched: fc.boolean(),
  inSource: fc.constantFrom(true, true, true, false, null),
})

const table: fc.Arbitrary<TableState> = fc.record({
  destinationName: name,
  enabled: fc.boolean(),
  syncMode: maybe(fc.constantFrom(...syncModeSchema.options)),
  lock: fc.option(lock, { nil: null, freq: 5 }),
  supportsColumns: fc.boolean(),
  columnsComplete: fc.boolean(),
  columns: mapOf(column, 5),
})

/** Any tree the schema admits, small enough to read when a property fails. */
export const arbitraryTree: fc.Arbitrary<SchemaTree> = fc.record({
  changeHandling: fc.constantFrom(...changeHandlingSchema.options),
  typeLocked: maybe(fc.boolean()),
  schemas: mapOf(fc.record({ destinationName: name, enabled: fc.boolean(), tables: mapOf(table, 4) }), 3),
})
