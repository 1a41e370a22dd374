import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffPlainSchemas } from './diff-plain-schemas'
import { readPlainSchema } from './plain-schema'

type Plain = Record<string, { columns: Record<string, { type: string; nullable: boolean }>; primaryKey: string[] }>
const read = (tables: unknown) => readPlainSchema({ tables }, 'before')
const diff = (before: Plain, after: Plain) => diffPlainSchemas(read(before), read(after))
const column = (type = 'text', nullable = true) => ({ type, nullable })
const isEmpty = (result: object) => Object.values(result).every((list) => list.length === 0)

/** Spellings of one type. */
const spellings = [
  ['int', 'INTEGER', 'int4', 'int(11)'],
  ['bigint', 'int8', 'INT64'],
  ['varchar(20)', 'character varying(20)', 'VARCHAR ( 20 )'],
  ['text', 'TEXT', 'longtext'],
  ['timestamptz', 'timestamp with time zone', 'TIMESTAMP(6) WITH TIME ZONE'],
  ['bool', 'boolean', 'tinyint(1)'],
  ['decimal(10,2)', 'numeric(10, 2)', 'NUMBER(10,2)'],
]
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z_]{0,8}$/),
  fc.constantFrom('__proto__', 'constructor', 'Ünï', 'a b', 'toString'),
)
const plain: fc.Arbitrary<Plain> = fc
  .array(fc.tuple(name, fc.array(fc.tuple(name, fc.nat(6), fc.boolean()), { minLength: 1, maxLength: 6 })), {
    maxLength: 4,
  })
  .map((tables) =>
    Object.fromEntries(
      tables.map(([table, columns]) => {
        const shown = Object.fromEntries(
          columns.map(([key, type, nullable]) => [key, column(spellings[type]?.[0], nullable)]),
        )
        return [table, { columns: shown, primaryKey: Object.keys(shown).slice(0, 1) }]
      }),
    ),
  )
const reverse = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).reverse())
const respell = (tables: Plain, turn: number): Plain =>
  Object.fromEntries(
    Object.entries(tables).map(([table, { columns, primaryKey }]) => [
      table,
      {
        primaryKey,
        columns: Object.fromEntries(
          Object.entries(columns).map(([key, { type, nullable }]) => {
            const others = spellings.find((list) => list.includes(type)) ?? [type]
            return [key, { type: others[turn % others.length] ?? type, nullable }]
          }),
        ),
      },
    ]),
  )

describe('diffPlainSchemas', () => {
  it('finds nothing between a schema and itself, in any order and spelling', () => {
    fc.assert(
      fc.property(plain, fc.nat(3), (tables, turn) => {
        const other = reverse(respell(tables, turn))
        for (const table of Object.values(other)) table.columns = reverse(table.columns)
        expect(isEmpty(diff(tables, other))).toBe(true)
      }),
    )
  })

  it('says the same whatever the order, and uses each column once', () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const found = diff(before, after)
        const turned = diff(reverse(before), reverse(after))
        const sorted = (list: readonly unknown[]) => list.map((entry) => JSON.stringify(entry)).sort()
        for (const key of Object.keys(found) as (keyof typeof found)[])
          expect(sorted(turned[key])).toEqual(sorted(found[key]))
        const sources = found.renamed.map(({ table, from }) => JSON.stringify([table, from]))
        const targets = found.renamed.map(({ table, to }) => JSON.stringify([table, to]))
        expect(new Set(sources).size).toBe(sources.length)
        expect(new Set(targets).size).toBe(targets.length)
      }),
    )
  })

  it('accounts for every table and column: what came and went makes the one set of names the other', () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const found = diff(before, after)
        const tableOf = new Map(found.renamedTables.map(({ from, to }) => [from, to]))
        const names = (tables: Plain) => Object.keys(tables)
        const rebuilt = names(before)
          .filter((table) => !found.removedTables.includes(table))
          .map((table) => tableOf.get(table) ?? table)
        expect([...rebuilt, ...found.addedTables].sort()).toEqual(names(after).sort())
        for (const [table, { columns }] of Object.entries(after)) {
          if (found.addedTables.includes(table)) continue
          const was = found.renamedTables.find(({ to }) => to === table)?.from ?? table
          const renamed = new Map(
            found.renamed.filter((pair) => pair.table === table).map(({ from, to }) => [from, to]),
          )
          const gone = found.removed.filter((entry) => entry.table === table).map((entry) => entry.column)
          const come = found.added.filter((entry) => entry.table === table).map((entry) => entry.column)
          const kept = Object.entries(before).find(([key]) => key === was)?.[1].columns ?? {}
          const now = Object.keys(kept)
            .filter((key) => !gone.includes(key))
            .map((key) => renamed.get(key) ?? key)
          expect([...now, ...come].sort()).toEqual(Object.keys(columns).sort())
        }
      }),
    )
  })

  it('takes thousands of new names in its stride', () => {
    const wide = (word: string) => {
      const columns = Object.fromEntries(Array.from({ length: 1_500 }, (_, at) => [`${word}_value_${at}`, column()]))
      return { t: { columns, primaryKey: [] } }
    }
    const started = performance.now()
    expect(diff(wide('old'), wide('fresh')).removed.length).toBeLessThanOrEqual(1_500)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('compares a renamed column as one', () => {
    const base = {
      orders: { columns: { id: column('bigint', false), acct_id: column('integer', false) }, primaryKey: ['id'] },
    }
    const revision = {
      orders: { columns: { id: column('bigint', false), account_id: column('bigint', true) }, primaryKey: ['id'] },
    }
    expect(diff(base, revision)).toMatchObject({
      renamed: [{ table: 'orders', from: 'acct_id', to: 'account_id' }],
      typeChanged: [{ table: 'orders', column: 'account_id' }],
      nullabilityChanged: [{ table: 'orders', column: 'account_id' }],
      added: [],
      removed: [],
    })
  })

  it('tells types of the source apart that arrive as one, and lengths that both sides tell', () => {
    const one = (type: string) => ({ t: { columns: { c: column(type) }, primaryKey: [] } })
    expect(diff(one('string'), one('text')).typeChanged).toHaveLength(1)
    expect(diff(one('varchar(20)'), one('varchar(40)')).typeChanged).toHaveLength(1)
    expect(diff(one('varchar(20)'), one('varchar')).typeChanged).toHaveLength(0)
    expect(diff(one('geometry'), one('GEOMETRY ')).typeChanged).toHaveLength(0)
  })
})

describe('readPlainSchema', () => {
  it.each([
    [{}, 'before.tables: is missing'],
    [[], 'before: must be an object'],
    [{ tables: { t: { columns: [] } } }, 'before.tables.t.columns: must be an object'],
    [{ tables: { t: { columns: { c: { type: 3 } } } } }, 'before.tables.t.columns.c.type: must be the name of a type'],
    [
      { tables: { t: { columns: { c: { nullable: 'yes' } } } } },
      'before.tables.t.columns.c.nullable: must be true or false',
    ],
    [{ tables: { t: { columns: {}, primaryKey: ['x'] } } }, 'before.tables.t.primaryKey[0]: there is no column `x`'],
    [{ tables: { '': {} } }, 'before.tables: has an entry without a name'],
  ])('%j is refused with its path', (value, message) => {
    expect(() => readPlainSchema(value, 'before')).toThrow(message)
  })
})
