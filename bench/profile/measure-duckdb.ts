import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { createDuckdbWarehouse } from '@/lib/integrations/warehouse/duckdb/create-duckdb-warehouse'
import { mixedColumns } from './mixed-columns'
import { bestRatio, type Round, timed } from './rounds'

/** Makes the table in a file below .data, measures beside the engine's own SUMMARIZE, and removes it. */
export async function measureDuckdb(rows: number, rounds: number) {
  const folder = join(import.meta.dirname, '..', '..', '.data', `bench-profile-${process.pid}`)
  const file = join(folder, 'wide.duckdb')
  mkdirSync(folder, { recursive: true })
  try {
    const making = await DuckDBInstance.create(file)
    const maker = await making.connect()
    const columns = mixedColumns().map(({ name, duckdb }) => `${duckdb} AS "${name}"`)
    await maker.run(`CREATE TABLE wide AS SELECT ${columns.join(', ')} FROM range(1, ${rows + 1}) AS r(n)`)
    maker.closeSync()
    making.closeSync()

    const measured: Round[] = []
    for (let round = 0; round < rounds; round += 1) {
      const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })
      const connection = await instance.connect()
      const base = await timed(() => connection.runAndReadAll('SUMMARIZE wide'))
      connection.closeSync()
      instance.closeSync()
      const warehouse = createDuckdbWarehouse({ file, format: 'database' })
      const ours = await timed(() => warehouse.profileTable({ schema: 'main', table: 'wide' }, {}))
      await warehouse.close()
      measured.push({ base: base.seconds, ours: ours.seconds, faults: ours.result.faults.length })
    }
    return { what: 'DuckDB, sampled', against: 'its own SUMMARIZE', ...bestRatio(measured), ceiling: 0.6 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
