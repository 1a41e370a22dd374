import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { SourceColumn, SourceTable } from '@/sandbox/source/source-model'
import { inferType } from './infer-type'
import { parseCsv } from './parse-csv'

/** The rows are kept as they are, in memory and in the state file. More than this does not belong in either. */
const CELLS_MAX = 2_000_000

/**
 * Takes a folder; gives a table for each of its CSV files: the header names the columns, their types follow from the values, a
 * column `id` without gaps and repeats is the key. Refuses a folder without CSV files and files whose rows do not fit the header.
 */
export async function readCsvFolder(folder: string): Promise<SourceTable[]> {
  const files = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).sort()
  if (files.length === 0) throw new Error(`There is no CSV file in ${folder}.`)
  const tables: SourceTable[] = []
  let cells = 0
  for (const file of files) {
    const table = readTable(basename(file, file.slice(-4)), await readFile(join(folder, file), 'utf8'))
    cells += table.rows * table.columns.length
    if (cells > CELLS_MAX) throw new Error(`The CSV files hold more than ${CELLS_MAX} cells, from ${file} on.`)
    tables.push(table)
  }
  return tables
}

function readTable(name: string, text: string): SourceTable {
  const [header = [], ...records] = parse(name, text)
  const names = header.map((column) => column?.trim() ?? '')
  if (names.length === 0 || names.includes(''))
    throw new Error(`${name}.csv: every column needs a name in the first line.`)
  if (new Set(names).size < names.length) throw new Error(`${name}.csv: two columns have the same name.`)
  const wrong = records.findIndex((record) => record.length !== names.length)
  if (wrong >= 0) throw new Error(`${name}.csv: record ${wrong + 1} does not have ${names.length} fields.`)

  const columns = names.map((column, index) => makeColumn(`csv.${name}.${column}`, column, records, index))
  const id = columns.find((column) => column.name.toLowerCase() === 'id')
  return {
    name,
    key: `csv.${name}`,
    rows: records.length,
    growth: 0,
    revision: 0,
    primaryKey: id && isKey(id) ? [id.name] : [],
    readOnly: false,
    supportsColumnsConfig: true,
    syncModes: [],
    frozen: true,
    columns,
  }
}

function parse(name: string, text: string): (string | null)[][] {
  try {
    return parseCsv(text)
  } catch (error) {
    throw new Error(`${name}.csv: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function makeColumn(key: string, name: string, records: (string | null)[][], index: number): SourceColumn {
  const values = records.map((record) => record[index] ?? null)
  const generator = { kind: 'given', values } as const
  return { name, type: inferType(values), length: null, nullShare: 0, mutable: false, key, generator }
}

function isKey({ generator }: SourceColumn): boolean {
  if (generator.kind !== 'given') return false
  return !generator.values.includes(null) && new Set(generator.values).size === generator.values.length
}
