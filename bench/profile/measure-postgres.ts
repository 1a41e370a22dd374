import { Client } from 'pg'
import { createPostgresWarehouse } from '@/lib/integrations/warehouse/postgres/create-postgres-warehouse'
import { aggregatePassSql } from './aggregate-pass'
import { mixedColumns } from './mixed-columns'
import { bestRatio, type Round, timed } from './rounds'

/** Makes the table in a database of its own on the server of TEST_DATABASE_URL, measures, and drops it. */
export async function measurePostgres(rows: number, rounds: number, precisions: readonly ('sampled' | 'exact')[]) {
  const server = new URL(process.env.TEST_DATABASE_URL ?? '')
  const database = `headgate_bench_${process.pid}`
  await onServer(server, 'postgres', (client) => client.query(`CREATE DATABASE ${database}`))
  try {
    await onServer(server, database, async (client) => {
      const columns = mixedColumns().map(({ name, postgres }) => `${postgres} AS "${name}"`)
      await client.query('SELECT setseed(0.5)')
      await client.query(
        `CREATE UNLOGGED TABLE wide AS SELECT ${columns.join(', ')} FROM generate_series(1, ${rows}) AS n`,
      )
      await client.query('VACUUM wide')
    })
    const results: Record<string, Round[]> = {}
    const warehouse = createPostgresWarehouse({
      host: server.hostname,
      port: Number(server.port || 5432),
      database,
      user: decodeURIComponent(server.username),
      password: decodeURIComponent(server.password),
      tls: false,
      allowPrivateAddresses: ['127.0.0.0/8', '::1/128'],
    })
    await onServer(server, database, async (client) => {
      // As in the profile's own statements: compiling hundreds of aggregates takes longer than running them.
      await client.query('SET jit = off')
      for (const precision of precisions) {
        results[precision] = []
        for (let round = 0; round < rounds; round += 1) {
          const base = await timed(() => client.query(aggregatePassSql('wide')))
          const ours = await timed(() => warehouse.profileTable({ schema: 'public', table: 'wide' }, { precision }))
          results[precision].push({ base: base.seconds, ours: ours.seconds, faults: ours.result.faults.length })
        }
      }
    })
    await warehouse.close()
    return Object.entries(results).map(([precision, measured]) => ({
      what: `PostgreSQL, ${precision}`,
      against: 'one exact aggregate pass',
      ...bestRatio(measured),
      ceiling: precision === 'exact' ? 8 : 3,
    }))
  } finally {
    await onServer(server, 'postgres', (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`))
  }
}

async function onServer<Result>(
  server: URL,
  database: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const url = new URL(server)
  url.pathname = `/${database}`
  const client = new Client({ connectionString: url.href })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
