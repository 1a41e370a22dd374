import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldName } from '../inferred-table'
import { CsvReader } from './csv-reader'
import { inferTables } from './infer-from-profile'
import { JsonRecordSplitter } from './split-json-records'
import { TableProfile } from './table-profile'
import { markDecimals } from './written-decimal'

function infer(records: readonly object[], name = 'order') {
  const profile = new TableProfile()
  for (const record of records) profile.addRecord(record as Record<string, unknown>)
  return inferTables(name, profile)
}
const typesOf = (records: readonly object[]) =>
  Object.fromEntries(infer(records)[0]?.fields.map((field) => [fieldName(field), field.type]) ?? [])

describe('inferTables', () => {
  it.each([
    [[1, 2], 'integer'],
    [[1, 2.5], 'number'],
    [[true, false], 'boolean'],
    [[true, 1], 'string'],
    [['2024-02-29', '2024-01-01'], 'date'],
    [['2024-13-01'], 'string'],
    [['2024-01-01T10:00:00Z', '2024-01-01 10:00:00+02:00'], 'timestamp'],
    [['/Date(1439434356790+0000)/'], 'timestamp'],
    [['94105', '10115'], 'string'],
    [[{ a: 1 }, { b: 2 }], 'object'],
    [[[1], []], 'array'],
    [[{ a: 1 }, 'text'], 'json'],
    [[null, null], 'null'],
  ])('%j is %s', (values, type) => {
    expect(typesOf(values.map((value) => ({ value }))).value).toBe(type)
  })

  it('keeps a number written as a decimal apart from a whole one', () => {
    expect(typesOf([JSON.parse(markDecimals('{"a":20.0,"b":20,"c":"x 20.0"}'))])).toEqual({
      a: 'number',
      b: 'integer',
      c: 'string',
    })
  })

  it('reads text where nothing but text is written and some of it says true', () => {
    expect(typesOf([{ paid: 'true', total: '3', zip: '01234' }])).toEqual({
      paid: 'boolean',
      total: 'integer',
      zip: 'string',
    })
    expect(typesOf([{ paid: true, total: '3' }])).toEqual({ paid: 'boolean', total: 'string' })
  })

  it('makes tables of arrays of objects and points back to what they refer to', () => {
    const records = [
      {
        id: 1,
        customer: { id: 7 },
        items: [
          { id: 'a', qty: 1 },
          { id: 'b', qty: 2 },
        ],
      },
      { id: 2, customer: { id: 8 }, items: [], note: null },
    ]
    const [order, items] = infer(records)
    expect(order?.primaryKey).toEqual(['id'])
    expect(order?.fields.find(({ path }) => path[0] === 'note')).toMatchObject({ nullable: true, type: 'null' })
    expect(items).toMatchObject({
      name: 'order_items',
      parent: { table: 'order', path: ['items'] },
      primaryKey: ['id'],
    })
  })

  it('takes a map of ids for one JSON value, not for a thousand columns', () => {
    const byId = Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`u${index}`, { n: 1 }]))
    expect(typesOf([{ id: 1, byId }])).toEqual({ id: 'integer', byId: 'object' })
  })

  it('is harmed by no name', () => {
    const record = JSON.parse('{"__proto__":{"a":1},"constructor":"x","toString":2,"":3}') as object
    expect(Object.keys(typesOf([record])).sort()).toEqual(['', '__proto__', '__proto__.a', 'constructor', 'toString'])
  })

  it('finds keys of several columns where none is enough', () => {
    const lines = [1, 2].flatMap((order) => [0, 1].map((index) => ({ order_id: order, index, sku: 'a' })))
    expect(infer(lines, 'order_line')[0]?.primaryKey).toEqual(['order_id', 'index'])
    const versions = [1, 2].map((day) => ({ id: 5, updated_at: `2024-01-0${day}T00:00:00Z`, status: 'open' }))
    expect(infer(versions, 'subscription_history')[0]?.primaryKey).toEqual(['id', 'updated_at'])
  })
})

describe('JsonRecordSplitter', () => {
  const split = (text: string, size: number) => {
    const splitter = new JsonRecordSplitter()
    const found = []
    for (let at = 0; at < text.length; at += size) found.push(...splitter.push(text.slice(at, at + size)))
    found.push(...splitter.finish())
    return {
      records: found.map((record) => JSON.parse(record.text) as unknown),
      envelope: splitter.envelope,
      lines: found.map(({ line }) => line),
    }
  }
  const record = fc
    .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
    .filter((value) => !('records' in value))

  it('finds the same records in lines, an array and an envelope, wherever the pieces break', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        (records, size) => {
          const copies = JSON.parse(JSON.stringify(records)) as unknown
          expect(split(records.map((one) => JSON.stringify(one)).join('\n'), size).records).toEqual(copies)
          expect(split(JSON.stringify(records, null, 1), size).records).toEqual(copies)
          const wrapped = split(JSON.stringify({ id: 3, name: 'orders', records, more: [] }, null, 2), size)
          expect(wrapped.records).toEqual(copies)
          expect(JSON.parse(wrapped.envelope)).toEqual({ id: 3, name: 'orders', records: [], more: [] })
        },
      ),
    )
  })

  it('says where input goes wrong', () => {
    expect(() => split('{"a":1}\n{"b":', 5)).toThrow('line 2: the input ends within a record')
    expect(() => split('{"a":1}}', 5)).toThrow('line 1: a bracket closes that was never opened')
    expect(() => split(`\n${'['.repeat(10_000)}`, 64)).toThrow(/line 2: .* nested deeper than 200 levels/)
    expect(split('{"a":1}\n\n{"a":2}', 3).lines).toEqual([1, 3])
  })
})

describe('CsvReader', () => {
  const read = (text: string, size = 7) => {
    const reader = new CsvReader()
    const rows = []
    for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)))
    return [...rows, ...reader.finish()]
  }

  it('reads what was quoted back', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, ''))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 30 }),
        (rows, size) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
          // The header in the first piece, which tells the delimiter.
          const text = `first,second\n${rows.map((row) => row.map(quote).join(',')).join('\n')}`
          expect(read(text, Math.max(size, 13))).toEqual(rows.map(([first, second]) => ({ first, second })))
        },
      ),
    )
  })

  it('refuses what would be misread, with its line', () => {
    expect(() => read('a,b,a\n1,2,3')).toThrow('line 1: the column `a` is there twice')
    expect(() => read('a,b\n1,2\n1,2,3', 100)).toThrow('line 3: 3 fields, but the header names 2')
    expect(() => read('a,b\n"x,2\n', 100)).toThrow('line 2: a quote is never closed')
  })
})
