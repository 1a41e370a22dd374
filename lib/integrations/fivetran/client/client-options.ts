import type { GuardedAgent } from '@/lib/integrations/guarded-http/guarded-agent'
import type { CallKind, Pace } from '../port'

/** One agent reuses connections and carries reads; the other opens a fresh one for each write. */
export interface ClientAgents {
  reading: GuardedAgent
  writing: GuardedAgent
}

/** One attempt, answered or not. `path` carries no query. */
export interface CallRecord {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  kind: CallKind
  /** null: no status line came. */
  status: number | null
  tookMs: number
  /** 1 for the first attempt; more only for reads. */
  attempt: number
  /** The account's hourly quota and what is left of it, as the service last said. */
  rateLimit: number | null
  rateRemaining: number | null
}

export interface FivetranKey {
  apiKey: string
  apiSecret: string
}

export interface FivetranClientOptions {
  /** `https://api.fivetran.com`, or a sandbox. A trailing `/v1` is accepted. */
  baseUrl: string
  apiKey: string
  apiSecret: string
  /** Used for everything that is not a GET; without it the one key does both. */
  writeKey?: FivetranKey | null
  /** Sockets to share with other clients of the same address and policy; whoever made them closes them. */
  agents?: ClientAgents
  transport?: FivetranTransportOptions
  /** Called after every attempt. Must not throw. */
  onCall?: (record: CallRecord) => void
  pace?: Pace
  now?: () => number
}

export interface FivetranTransportOptions {
  /** Private ranges that may be called, as CIDR (`127.0.0.0/8` for a local sandbox). */
  allowPrivateAddresses?: readonly string[]
  connectTimeoutMs?: number
  timeoutMs?: number
  /** For re-reading a source, which may take minutes. */
  reloadTimeoutMs?: number
  replyBytesMax?: number
  replyDepthMax?: number
  /** The longest a read waits for a `Retry-After` before it rejects instead. */
  retryAfterMaxMs?: number
  retriesMax?: number
  retryBaseMs?: number
  pageSize?: number
  pagesMax?: number
}

/** Limits with their reasons; any of them can be set per client. */
export const transportDefaults = {
  allowPrivateAddresses: [],
  connectTimeoutMs: 10_000,
  timeoutMs: 30_000,
  reloadTimeoutMs: 5 * 60_000,
  // A tree of 30,000 columns is about 10 MiB.
  replyBytesMax: 64 * 1024 * 1024,
  // The deepest document of the service, a connector's configuration form, nests about 20 levels.
  replyDepthMax: 64,
  // Longer waits belong to the job queue, which does not hold a worker.
  retryAfterMaxMs: 10_000,
  retriesMax: 3,
  retryBaseMs: 300,
  pageSize: 500,
  pagesMax: 1_000,
} as const satisfies Required<FivetranTransportOptions>
