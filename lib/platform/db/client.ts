import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/generated/prisma/client'
import { databaseEnv } from '../config/env'
import { isTransactionConflict } from './is-transaction-conflict'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

const ATTEMPTS_MAX = 3
const TRANSACTION_TIMEOUT_MS = 10_000
/** How long a request may wait for a free connection before it fails: never hang. */
const CONNECTION_WAIT_MS = 5_000

/**
 * Settings of every session. UTC, because the driver writes instants without a zone. The limits end what hangs: a
 * statement nobody waits for any more, and a transaction whose process froze and holds its locks.
 */
const SESSION = '-c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=30000'

/** A client of its own for an address. */
export function createDb(url: string): Db {
  const adapter = new PrismaPg({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
    options: SESSION,
  })
  return new PrismaClient({ adapter })
}

interface Holder {
  url: string | null
  client: Db | null
}
// On globalThis, so that a development reload keeps the pool it has instead of opening another.
const store = globalThis as typeof globalThis & { headgateDatabase?: Holder }
store.headgateDatabase ??= { url: null, client: null }
const holder = store.headgateDatabase

/** The address `db` speaks to: the one given to `pointDatabaseAt`, else DATABASE_URL. */
export function databaseUrl(): string {
  return holder.url ?? databaseEnv().DATABASE_URL
}

/** For tests: from now on `db` speaks to this address. Call it before the code under test runs. */
export function pointDatabaseAt(url: string): Db {
  holder.url = url
  holder.client = createDb(url)
  return holder.client
}

function current(): Db {
  holder.client ??= createDb(databaseUrl())
  return holder.client
}

/** The process's database, connected at first use, so that importing a service costs and needs nothing. */
export const db: Db = new Proxy({} as Db, {
  get(_target, key) {
    const client = current()
    const value: unknown = Reflect.get(client, key, client)
    return typeof value === 'function' ? value.bind(client) : value
  },
})

/**
 * Runs `fn` in one transaction. Serialization failures and deadlocks are tried again, at most three times in all, so
 * `fn` must do nothing that cannot be repeated: no call to a vendor inside.
 */
export async function transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(fn, { timeout: TRANSACTION_TIMEOUT_MS, maxWait: CONNECTION_WAIT_MS })
    } catch (error) {
      if (attempt >= ATTEMPTS_MAX || !isTransactionConflict(error)) throw error
      // Full jitter: the two that collided must not meet again.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 40 * 2 ** attempt))
    }
  }
}
