import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { presentSchemaConfig } from '@/sandbox/config/present-schema-config'
import { Sandbox } from '@/sandbox/sandbox'
import { withCsvFolder } from '@/sandbox/source/csv/with-csv-folder'
import { buildWorld } from '@/sandbox/state/build-world'
import { MemoryWarehouse } from '@/sandbox/warehouse/memory-warehouse'
import { scaledScenario } from './scaled-scenario'
import type { Scenario } from './scenario-schema'
import { smallScenario } from './small-scenario'

const open = (scenario: Scenario, warehouse = new MemoryWarehouse()) =>
  Sandbox.open({
    scenario,
    seed: null,
    faultSeed: null,
    stateFile: null,
    warehouse,
    warehouseUrl: null,
    apiKey: 'k',
    apiSecret: 's',
    modelKey: 'm',
    webhookAllowHttp: true,
    plan: 'paid',
    syncDurationMs: 0,
  })

describe('a folder of CSV files', () => {
  let folder: string
  beforeAll(async () => {
    await mkdir('.data', { recursive: true })
    folder = await mkdtemp(join('.data', 'csv-'))
    await writeFile(join(folder, 'people.csv'), 'id,fullName,tags,born\n1,Ada,"{""a"":1}",1815-12-10\n2,Grace,,\n')
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is delivered as it is, and stays so', async () => {
    const warehouse = new MemoryWarehouse()
    const sandbox = await open(await withCsvFolder(smallScenario(), folder), warehouse)
    const connection = sandbox.world.connections.find(({ id }) => id === 'csv_folder')
    if (!connection) throw new Error('no connection')
    const options = { force: false, historical: false, durationMs: 0 }
    for (let round = 0; round < 3; round += 1) await sandbox.engine.runToEnd(connection, options)
    const rows = await warehouse.readRows({ schema: 'csv_public', table: 'people' }, 10)
    expect(rows).toMatchObject([
      { id: 1, fullname: 'Ada', tags: { a: 1 }, born: '1815-12-10', _fivetran_deleted: false },
      { id: 2, fullname: 'Grace', tags: null, born: null },
    ])
    await sandbox.close()
  })
})

describe('a scaled account', () => {
  it('has a million columns that share their memory', async () => {
    const scenario = scaledScenario({ tables: 20_000, columns: 60, connections: 300, rows: 100 })
    const world = buildWorld(scenario, { seed: null, faultSeed: null }, 1)
    const tables = world.connections.flatMap(({ source }) => source.flatMap((schema) => schema.tables))
    expect([world.connections.length, tables.length]).toEqual([300, 20_000])
    expect(tables.every(({ columns }) => columns.length === 60)).toBe(true)
    expect(new Set(tables.map(({ columns }) => columns)).size).toBe(16)
    const [first] = world.connections
    const config = first?.schemaConfig
    const context = { rules: 'database', exposesPrimaryKeys: true, destinationSchema: (name: string) => name } as const
    expect(Object.keys((config && presentSchemaConfig(config, context).schemas.public?.tables) ?? {})).toHaveLength(67)
  })

  it('makes its rows when a sync delivers them', async () => {
    const warehouse = new MemoryWarehouse()
    const sandbox = await open(scaledScenario({ tables: 4, columns: 5, connections: 2, rows: 7 }), warehouse)
    expect(await warehouse.listTables(sandbox.destinationSchemas())).toEqual([])
    const [connection] = sandbox.world.connections
    if (!connection) throw new Error('no connection')
    await sandbox.engine.runToEnd(connection, { force: false, historical: false, durationMs: 0 })
    const delivered = await warehouse.listTables(sandbox.destinationSchemas())
    expect(delivered.map(({ table, rows }) => [table, rows])).toEqual([
      ['table_00001', 7],
      ['table_00003', 7],
    ])
    await sandbox.close()
  })
})
