import { isIP, Socket } from 'node:net'
import { Pool } from 'pg'
import { parseAllowedRanges } from '@/lib/integrations/guarded-http/guard-address'
import { createGuardedLookup, refuseAddress } from '@/lib/integrations/guarded-http/guarded-lookup'
import { AddressRefusedError } from '@/lib/integrations/guarded-http/transport-errors'

export interface PostgresAddress {
  /** A name or an IP address; never a path to a local socket. */
  host: string
  port: number
  database: string
  user: string
  password: string
  /** TLS with a verified certificate. Without it only ranges the operator allowed can be reached. */
  tls: boolean
}

export interface GuardedPoolOptions {
  allowPrivateAddresses: readonly string[]
  connectTimeoutMs: number
  statementTimeoutMs: number
  /** False for a server that refuses settings in the first message; its adapter sets them in each transaction. */
  hasStartSettings?: boolean
}

/** Long statements at a time: more would only wait for the same disk, and the warehouse belongs to somebody else. */
export const LONG_STATEMENTS_MAX = 2
/** One more, so that profiles keep neither a short look nor a cancel waiting. */
const CONNECTIONS_MAX = LONG_STATEMENTS_MAX + 1
/** The server cancels first; this only ends a wait for a server that no longer speaks. */
const SILENCE_GRACE_MS = 5_000

/**
 * A small pool of read-only sessions, each with a statement time-out, over sockets that judge the address after resolution. Throws
 * `AddressRefusedError` at once for a literal address that may not be called; connects on first use.
 */
export function openGuardedPool(address: PostgresAddress, options: GuardedPoolOptions): Pool {
  const allowed = parseAllowedRanges(options.allowPrivateAddresses)
  const requireAllowedPrivate = !address.tls
  // The driver takes a host that begins with a slash for a folder of local sockets.
  if (address.host === '' || address.host.includes('/'))
    throw new AddressRefusedError('The host must be a name or an IP address.')
  if (isIP(address.host)) {
    const refusal = refuseAddress(address.host, address.host, allowed, requireAllowedPrivate)
    if (refusal) throw refusal
  }
  const lookup = createGuardedLookup(allowed, { requireAllowedPrivate })
  const pool = new Pool({
    host: address.host,
    port: address.port,
    database: address.database,
    user: address.user,
    password: address.password,
    ssl: address.tls ? { rejectUnauthorized: true } : false,
    application_name: 'headgate',
    ...((options.hasStartSettings ?? true) && {
      options: '-c default_transaction_read_only=on -c timezone=UTC',
      statement_timeout: options.statementTimeoutMs,
    }),
    query_timeout: options.statementTimeoutMs + SILENCE_GRACE_MS,
    connectionTimeoutMillis: options.connectTimeoutMs,
    idleTimeoutMillis: 10_000,
    max: CONNECTIONS_MAX,
    allowExitOnIdle: true,
    stream: () => {
      const socket = new Socket()
      // The driver calls connect(port, host) and offers no place for a lookup of ours.
      Object.defineProperty(socket, 'connect', {
        value: (port: number, host: string) =>
          Reflect.apply(Socket.prototype.connect, socket, [{ port, host, lookup }]),
      })
      return socket
    },
  })
  // An idle session that the server ends is replaced on next use; unheard, the event would end the process.
  pool.on('error', () => {})
  return pool
}
