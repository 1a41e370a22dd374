import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { renderProfile } from '@/lib/capabilities/quality/domain/profile/render-profile'
import { WarehouseError } from '@/lib/integrations/warehouse/errors'
import { type Command, type CommandInput, InputError } from '../command'

const formats: Readonly<Record<string, 'database' | 'parquet' | 'csv'>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.parquet': 'parquet',
  '.duckdb': 'database',
  '.db': 'database',
}
/** A table is never held in memory; this bounds what sorts and hash tables of the engine may take. */
const MEMORY_MB = 512

export const profileCommand: Command = {
  name: 'profile',
  summary: 'what the rows of a table or file look like',
  help: `Usage: headgate profile [options] rows.csv
       headgate profile [options] rows.parquet
       headgate profile [options] warehouse.duckdb [schema.]table

In    a CSV or Parquet file, or a table of a DuckDB database; opened read-only. Nothing else is read.
Out   {"schema", "table", "rows", "sample", "newestSyncedAt", "deletedRows", "key", "columns": [{"column", "typeSpelling",
      "kind", "nulls", "distinct", "min", "max", "mean", "deviation", "notFinite", "length", "quantiles", "histogram",
      "topValues", "masks", "remarks"}], "faults": [{"column", "reason", "sentence"}]}
      What was not measured is null. Above twice the size of the sample, "sample" states its error.
--text               a table for people instead of JSON
--exact              all rows for quantiles, histograms, distinct and top values, whatever the size
--key a,b            columns of the key, to count its duplicates
--sensitive a,b      columns of which no value may be shown: counts, lengths and forms only
--columns a,b        only these
--since INSTANT      only rows whose _fivetran_synced is later
--memory MB          what the engine may hold at most (${MEMORY_MB})

Exit  0, or 1 when the input cannot be read.`,
  flags: { text: false, exact: false, key: true, sensitive: true, columns: true, since: true, memory: true },
  run,
}

async function run({ files, flags, streams }: CommandInput): Promise<number> {
  if (flags.batch === true) throw new InputError('profile reads one table at a time')
  const [file, named, ...rest] = files
  if (file === undefined || rest.length > 0) throw new InputError('Name one file, and for a database its table')
  const format = formats[extname(file).toLowerCase()]
  if (format === undefined) throw new InputError(`${file}: the name must end in ${Object.keys(formats).join(', ')}`)
  if (!existsSync(file)) throw new InputError(`${file}: there is no such file`)
  if (format === 'database' && named === undefined) throw new InputError(`${file}: name the table`)
  if (format !== 'database' && named !== undefined) throw new InputError('One file is enough')
  const memoryMbMax = Number(flags.memory ?? MEMORY_MB)
  if (!(memoryMbMax >= 64)) throw new InputError('--memory is a number of megabytes, at least 64')
  const syncedAfter = typeof flags.since === 'string' ? new Date(flags.since) : null
  if (syncedAfter !== null && Number.isNaN(syncedAfter.getTime())) throw new InputError('--since is not an instant')
  const address = named === undefined ? { schema: 'main', table: basename(file, extname(file)) } : addressOf(named)
  // Loaded here, because the other commands need no engine.
  const { openWarehouseFile } = await import('../open-warehouse-file')
  const warehouse = openWarehouseFile({ file, format, table: address.table, memoryMbMax })
  try {
    const profile = await warehouse.profileTable(address, {
      columns: listOf(flags.columns),
      sensitiveColumns: listOf(flags.sensitive) ?? [],
      keyColumns: listOf(flags.key) ?? [],
      syncedAfter,
      precision: flags.exact === true ? 'exact' : 'sampled',
    })
    streams.stdout.write(flags.text === true ? renderProfile(profile) : `${JSON.stringify(profile, null, 2)}\n`)
    return 0
  } catch (error) {
    if (error instanceof WarehouseError) throw new InputError(`${file}: ${error.message}`)
    throw error
  } finally {
    await warehouse.close()
  }
}

function addressOf(name: string): { schema: string; table: string } {
  const dot = name.indexOf('.')
  return dot === -1 ? { schema: 'main', table: name } : { schema: name.slice(0, dot), table: name.slice(dot + 1) }
}

function listOf(flag: string | boolean | undefined): string[] | null {
  return typeof flag === 'string' ? flag.split(',').map((name) => name.trim()) : null
}
