import { DuckDBInstance } from '@duckdb/node-api'
import { quoteIdentifier } from '../postgres/quote-identifier'

export interface DuckdbSource {
  /** A path of the operator's own choosing, never one from a request. */
  file: string
  format: 'database' | 'parquet' | 'csv'
  /** What the rows of a Parquet or CSV file are called. */
  table?: string
  /** Of the engine; beyond it a statement fails rather than the process. */
  memoryMbMax: number
  threads?: number
}

export const FILE_SCHEMA = 'main'

/**
 * The engine on one file, in this process. A database is opened read-only; a Parquet or CSV file becomes a view of an empty database in memory.
 * After that nothing else on the machine or the network can be reached, nothing is written, and no setting can be changed.
 */
export async function openDuckdb({
  file,
  format,
  table = 'rows',
  memoryMbMax,
  threads,
}: DuckdbSource): Promise<DuckDBInstance> {
  const isDatabase = format === 'database'
  const instance = await DuckDBInstance.create(
    isDatabase ? file : ':memory:',
    isDatabase ? { access_mode: 'READ_ONLY' } : {},
  )
  try {
    const connection = await instance.connect()
    try {
      const path = quoteText(file)
      await connection.run(`SET memory_limit = '${Math.round(memoryMbMax)}MB'`)
      await connection.run("SET temp_directory = ''")
      await connection.run("SET TimeZone = 'UTC'")
      if (threads !== undefined) await connection.run(`SET threads = ${Math.max(1, Math.round(threads))}`)
      if (!isDatabase) {
        // Types from every row: a guess from the first ones fails at the row that differs.
        const rows = format === 'parquet' ? `read_parquet(${path})` : `read_csv(${path}, sample_size = -1)`
        await connection.run(`CREATE VIEW ${FILE_SCHEMA}.${quoteIdentifier(table)} AS SELECT * FROM ${rows}`)
        await connection.run(`SET allowed_paths = [${path}]`)
      }
      await connection.run('SET enable_external_access = false')
      await connection.run('SET lock_configuration = true')
    } finally {
      connection.closeSync()
    }
    return instance
  } catch (error) {
    instance.closeSync()
    throw error
  }
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
