import { isIP } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { type AllowedRange, parseAllowedRanges } from './guard-address'
import { bareHost } from './guard-url'
import { createGuardedLookup, refuseAddress } from './guarded-lookup'
import { AddressRefusedError, ConnectFailedError } from './transport-errors'

export interface GuardedAgentOptions {
  /** Private ranges that may be called, as CIDR. Empty: the public internet only, over https only. */
  allowPrivateAddresses: readonly string[]
  connectTimeoutMs: number
  /** False opens a fresh connection for every request, so that a write never travels on a socket the server is about to close. */
  keepAlive: boolean
}

/** An HTTP agent with its rules: one per policy, since a shared agent would reuse sockets another policy opened. */
export interface GuardedAgent {
  agent: Agent
  allowed: readonly AllowedRange[]
}

/**
 * Builds the agent every outgoing call goes through: addresses judged after resolution, TLS verified, unencrypted http only to ranges
 * the operator allowed, redirects never followed (the agent has no such interceptor). Connection failures surface as
 * `ConnectFailedError` or `AddressRefusedError`, which is how callers know that nothing was sent.
 */
export function createGuardedAgent({
  allowPrivateAddresses,
  connectTimeoutMs,
  keepAlive,
}: GuardedAgentOptions): GuardedAgent {
  const allowed = parseAllowedRanges(allowPrivateAddresses)
  const connectorFor = (requireAllowedPrivate: boolean) =>
    buildConnector({
      timeout: connectTimeoutMs,
      rejectUnauthorized: true,
      lookup: createGuardedLookup(allowed, { requireAllowedPrivate }),
    })
  const encrypted = connectorFor(false)
  const plain = connectorFor(true)

  const agent = new Agent({
    pipelining: keepAlive ? 1 : 0,
    connect: (options, callback) => {
      const isPlain = options.protocol === 'http:'
      const host = bareHost(options.hostname)
      // A socket never looks up a literal address, so those are judged here as well.
      const refusal = isIP(host) ? refuseAddress(host, host, allowed, isPlain) : null
      if (refusal) return callback(refusal, null)
      const connect = isPlain ? plain : encrypted
      connect(options, (...[error, socket]) => {
        if (error) callback(asConnectFailure(error), null)
        else callback(null, socket)
      })
    },
  })
  return { agent, allowed }
}

function asConnectFailure(error: Error): Error {
  if (error instanceof AddressRefusedError) return error
  return new ConnectFailedError(error.message || 'connection failed', { cause: error })
}
