import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inferType } from './infer-type'
import { parseCsv } from './parse-csv'
import { readCsvFolder } from './read-csv-folder'

describe('parseCsv', () => {
  it.each<[string, string, (string | null)[][]]>([
    [
      'fields and nulls',
      'a,b\n1,\n',
      [
        ['a', 'b'],
        ['1', null],
      ],
    ],
    ['quotes, commas and line breaks', '"a,b","say ""hi""","two\nlines"', [['a,b', 'say "hi"', 'two\nlines']]],
    ['an empty text that is not null', 'a,""', [['a', '']]],
    ['Windows line ends, a mark of UTF-8 and empty lines', '\uFEFFa\r\n\r\n1\r\n', [['a'], ['1']]],
  ])('reads %s', (_, text, records) => {
    expect(parseCsv(text)).toEqual(records)
  })

  it('refuses a quote that is never closed', () => {
    expect(() => parseCsv('a\n"b')).toThrow('never closed')
  })
})

describe('inferType', () => {
  it.each<[string, (string | null)[]]>([
    ['INT', ['1', null, '-20']],
    ['LONG', ['1', '3000000000']],
    ['DOUBLE', ['1', '9.90']],
    ['BOOLEAN', ['true', 'F']],
    ['STRING', ['007', '12']],
    ['LOCALDATE', ['2026-01-31']],
    ['LOCALDATETIME', ['2026-01-31', '2026-01-31T10:00:00']],
    ['INSTANT', ['2026-01-31T10:00:00+02:00']],
    ['JSON', ['{"a":1}', '[1]']],
    ['STRING', [null, null]],
  ])('finds %s in %j', (type, values) => {
    expect(inferType(values)).toBe(type)
  })
})

describe('readCsvFolder', () => {
  let folder: string
  beforeAll(async () => {
    await mkdir('.data', { recursive: true })
    folder = await mkdtemp(join('.data', 'csv-'))
    await writeFile(join(folder, 'people.csv'), 'id,Full Name,born\n1,Ada,1815-12-10\n2,"Grace, H.",\n')
    await writeFile(join(folder, 'note.csv'), 'text\nhello\nhello\n')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('makes a table of each file, with a key where `id` is one', async () => {
    const tables = await readCsvFolder(folder)
    expect(tables.map(({ name, rows, primaryKey }) => [name, rows, primaryKey])).toEqual([
      ['note', 2, []],
      ['people', 2, ['id']],
    ])
    expect(tables[1]?.columns.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'INT'],
      ['Full Name', 'STRING'],
      ['born', 'LOCALDATE'],
    ])
  })

  it('refuses rows that do not fit the header', async () => {
    await writeFile(join(folder, 'wrong.csv'), 'a,b\n1\n')
    await expect(readCsvFolder(folder)).rejects.toThrow('wrong.csv: record 1 does not have 2 fields')
  })
})
