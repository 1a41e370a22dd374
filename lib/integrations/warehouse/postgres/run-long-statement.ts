import type { Pool, PoolClient, QueryResultRow } from 'pg'

export interface LongStatement {
  sql: string
  parameters?: readonly unknown[]
  timeoutMs: number
  signal?: AbortSignal
}

/** Sorts and hash tables of a profile; the server's 4 MB would put every one of them on its disk. */
const WORK_MEMORY = '64MB'
/** The server stops first; this only ends a wait for a server that no longer speaks. */
const SILENCE_GRACE_MS = 5_000
/** Templates bound their answers; more than this is a fault of ours and not a table. */
const ROWS_MAX = 50_000

/**
 * One long read-only statement in a transaction of its own, with its own time-out. Aborting asks the server, over another connection, to cancel
 * the very backend that runs it, and waits for both: no statement is left behind, and no other one is hit. Rejects with the driver's errors.
 */
export async function runLongStatement(pool: Pool, statement: LongStatement): Promise<QueryResultRow[]> {
  const { sql, parameters = [], timeoutMs, signal } = statement
  const client = await pool.connect()
  let cancelling: Promise<void> | null = null
  const cancel = () => {
    cancelling = cancelBackend(pool, client)
  }
  let isBroken = false
  try {
    await client.query(
      `BEGIN READ ONLY; SET LOCAL statement_timeout = ${Math.round(timeoutMs)}; SET LOCAL work_mem = '${WORK_MEMORY}'; SET LOCAL jit = off`,
    )
    signal?.throwIfAborted()
    signal?.addEventListener('abort', cancel, { once: true })
    // The driver knows a time-out for each query; its types do not.
    const query: { text: string; values: unknown[]; query_timeout: number } = {
      text: sql,
      values: [...parameters],
      query_timeout: timeoutMs + SILENCE_GRACE_MS,
    }
    const { rows } = await client.query(query)
    if (rows.length > ROWS_MAX) throw new RangeError(`A statement yielded ${rows.length} rows`)
    return rows
  } catch (error) {
    isBroken = !(error instanceof Error && 'severity' in error) && !signal?.aborted
    throw error
  } finally {
    signal?.removeEventListener('abort', cancel)
    await cancelling
    if (!isBroken) isBroken = !(await endTransaction(client))
    client.release(isBroken)
  }
}

async function cancelBackend(pool: Pool, client: PoolClient): Promise<void> {
  const { processID } = client as PoolClient & { processID: number }
  try {
    await pool.query('SELECT pg_cancel_backend($1)', [processID])
  } catch {
    // Without a second connection the first is closed; the server finds that out when it next writes.
    const { connection } = client as PoolClient & { connection?: { stream?: { destroy(): void } } }
    connection?.stream?.destroy()
  }
}

async function endTransaction(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK')
    return true
  } catch {
    return false
  }
}
