import { type CellValue, castValue } from '@/sandbox/types/cast-value'
import { generateValue, placeHash } from './generate-value'
import { hashPair } from './seeded-random'
import { findTable, type Source, type SourceColumn, type SourceTable } from './source-model'

export interface TableReader {
  tableHash: number
  /** Reads one cell as the source holds it at the given version of the row. */
  read: (column: SourceColumn, row: number, version: number) => CellValue
}

/** Takes a source and one of its tables; gives a reader of its cells. References look into tables of the same schema. */
export function tableReader(seed: number, source: Source, schemaName: string, table: SourceTable): TableReader {
  const tableHash = placeHash(seed, table.key)
  const hashes = new Map<string, number>()
  const hashOf = (column: SourceColumn) => {
    const known = hashes.get(column.key)
    if (known !== undefined) return known
    const hash = placeHash(seed, column.key)
    hashes.set(column.key, hash)
    return hash
  }

  const readFrom = (ownerHash: number, column: SourceColumn, row: number, version: number): CellValue => {
    const columnHash = hashOf(column)
    if (column.nullShare > 0 && hashPair(hashPair(columnHash, row), 99) / 2 ** 32 < column.nullShare) return null
    const value = generateValue(column.generator, {
      columnHash,
      tableHash: ownerHash,
      row,
      version: column.mutable ? version : 0,
      reference: (tableName, columnName, position) => {
        const target = findTable(source, schemaName, tableName)
        const targetColumn = target?.columns.find((candidate) => candidate.name === columnName)
        // A reference to itself would be its own definition; one to a dropped table has nothing to point at.
        if (!target || !targetColumn || targetColumn.generator.kind === 'ref' || target.rows === 0) return null
        return readFrom(placeHash(seed, target.key), targetColumn, Math.floor(position * target.rows), 0)
      },
    })
    // A file holds JSON as text; a source that knows the type holds what the text says.
    if (column.type === 'JSON' && column.generator.kind === 'given' && typeof value === 'string')
      return JSON.parse(value)
    return castValue(value, column.type)
  }
  return { tableHash, read: (column, row, version) => readFrom(tableHash, column, row, version) }
}
