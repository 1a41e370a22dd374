import { createGuardedAgent } from '@/lib/integrations/guarded-http/guarded-agent'
import { AddressRefusedError } from '@/lib/integrations/guarded-http/transport-errors'
import { UnreachableError } from '../errors'
import { type FivetranClientOptions, type FivetranTransportOptions, transportDefaults } from './client-options'
import { createLocalPace } from './local-pace'
import type { Exchange } from './send-call'

/** Turns a client's options into what each call needs. Refuses, as unreachable, a base address that is no address at all. */
export function createExchange(options: FivetranClientOptions): Exchange {
  const limits: Required<FivetranTransportOptions> = { ...transportDefaults, ...options.transport }
  const now = options.now ?? Date.now
  const base = parseBase(options.baseUrl)
  const agentOptions = {
    allowPrivateAddresses: limits.allowPrivateAddresses,
    connectTimeoutMs: limits.connectTimeoutMs,
  }
  const token = Buffer.from(`${options.apiKey}:${options.apiSecret}`).toString('base64')
  return {
    base: `${base.origin}${base.pathname.replace(/\/+$/, '').replace(/\/v1$/, '')}`,
    host: base.host,
    authorization: `Basic ${token}`,
    // A very short text would be found, and blotted out, in ordinary words.
    secrets: [token, options.apiSecret, options.apiKey].filter((secret) => secret.length >= 6),
    agents: {
      reading: createGuardedAgent({ ...agentOptions, keepAlive: true }),
      writing: createGuardedAgent({ ...agentOptions, keepAlive: false }),
    },
    limits,
    pace: options.pace ?? createLocalPace({ now, waitMaxMs: limits.retryAfterMaxMs }),
    onCall: options.onCall ?? (() => {}),
    now,
  }
}

function parseBase(baseUrl: string): URL {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (base && !base.username && !base.password && !base.search) return base
  const reason = 'The address must look like https://api.fivetran.com.'
  throw new UnreachableError(
    base?.host || 'this address',
    {},
    { cause: new AddressRefusedError(reason), reason, isTransient: false },
  )
}
