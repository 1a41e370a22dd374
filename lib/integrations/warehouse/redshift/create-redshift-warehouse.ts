import type { Pool, PoolClient } from 'pg'
import { redshiftDialect } from '../dialects/redshift-dialect'
import type { Failure } from '../failure'
import { judgeSqlState } from '../judge-sql-state'
import type { WarehousePort } from '../port'
import { openGuardedPool, type PostgresAddress } from '../postgres/open-guarded-pool'
import { createRemoteWarehouse, type RemoteLimits } from '../remote/create-remote-warehouse'
import { guardVendorHost, type VendorHosts } from '../remote/guard-vendor-host'
import type { StatementEngine } from '../remote/statement-engine'
import { redshiftCatalogue } from './catalogue'

export interface RedshiftWarehouseOptions extends PostgresAddress, RemoteLimits {
  allowPrivateAddresses: readonly string[]
}

const hosts: VendorHosts = {
  vendor: 'Redshift',
  suffixes: ['redshift.amazonaws.com', 'redshift-serverless.amazonaws.com', 'redshift.amazonaws.com.cn'],
}
const CONNECT_TIMEOUT_MS = 10_000

/**
 * The warehouse port over Redshift: PostgreSQL's protocol with a catalogue and an SQL of its own. Each statement runs in a read-only transaction with
 * its time-out, and an aborted one is cancelled for its very backend by another connection.
 */
export function createRedshiftWarehouse({
  allowPrivateAddresses,
  statementTimeoutMs,
  longStatementTimeoutMs = 10 * 60_000,
  ...address
}: RedshiftWarehouseOptions): WarehousePort {
  let opening: Promise<Pool> | null = null

  async function open(): Promise<Pool> {
    await guardVendorHost(address.host, hosts, allowPrivateAddresses)
    return openGuardedPool(address, {
      allowPrivateAddresses,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      // The driver's own patience; the server's is set with each statement.
      statementTimeoutMs: longStatementTimeoutMs,
      hasStartSettings: false,
    })
  }

  const engine: StatementEngine = {
    host: `${address.host}:${address.port}`,
    dialect: redshiftDialect,
    catalogue: redshiftCatalogue,
    lettersAndDigits: (text) => `LOWER(REGEXP_REPLACE(${text}, '[^[:alnum:]]', ''))`,
    judge: judgeRedshiftError,

    async *run({ sql, parameters = [] }, { timeoutMs, signal }) {
      opening ??= open().catch((error: unknown) => {
        opening = null
        throw error
      })
      const pool = await opening
      const client = await pool.connect()
      let cancelling: Promise<void> | null = null
      const cancel = () => {
        cancelling = cancelBackend(pool, client)
      }
      let isWhole = false
      try {
        // Before the transaction: a setting made within is undone by its end on one server and outlives it on another.
        await client.query(`SET statement_timeout TO ${Math.round(timeoutMs)}`)
        await client.query('BEGIN READ ONLY')
        signal.throwIfAborted()
        signal.addEventListener('abort', cancel, { once: true })
        const { rows } = await client.query(sql, [...parameters])
        isWhole = true
        yield* rows
      } catch (error) {
        // A refusal of the server leaves the session whole; a lost socket does not.
        isWhole = error instanceof Error && 'severity' in error
        throw error
      } finally {
        signal.removeEventListener('abort', cancel)
        await cancelling
        isWhole &&= await client.query('ROLLBACK').then(
          () => true,
          () => false,
        )
        client.release(!isWhole)
      }
    },

    async close() {
      const pool = await opening?.catch(() => null)
      await pool?.end()
    },
  }
  return createRemoteWarehouse(engine, { statementTimeoutMs, longStatementTimeoutMs })
}

/** Another connection asks; where there is none to be had, closing the first one makes the server find out. */
async function cancelBackend(pool: Pool, client: PoolClient): Promise<void> {
  const { processID, connection } = client as PoolClient & {
    processID: number
    connection?: { stream?: { destroy(): void } }
  }
  try {
    await pool.query('SELECT pg_cancel_backend($1::int)', [processID])
  } catch {
    connection?.stream?.destroy()
  }
}

/** By SQL state. XX000 is what Redshift says to most things, faults of its own spelling among them; the socket's errors have none. */
function judgeRedshiftError(error: unknown): Failure {
  const isServers = error instanceof Error && 'severity' in error && 'code' in error
  if (!isServers) return { kind: 'unreachable', detail: null }
  return judgeSqlState(String(error.code))
}
