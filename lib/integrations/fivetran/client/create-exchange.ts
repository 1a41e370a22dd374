import { AddressRefusedError } from '@/lib/integrations/guarded-http/transport-errors'
import { UnreachableError } from '../errors'
import {
  type FivetranClientOptions,
  type FivetranKey,
  type FivetranTransportOptions,
  transportDefaults,
} from './client-options'
import { createClientAgents } from './create-client-agents'
import { createLocalPace } from './local-pace'
import type { Exchange } from './send-call'

/** Turns a client's options into what each call needs. Refuses, as unreachable, a base address that is no address at all. */
export function createExchange(options: FivetranClientOptions): Exchange {
  const limits: Required<FivetranTransportOptions> = { ...transportDefaults, ...options.transport }
  const now = options.now ?? Date.now
  const base = parseBase(options.baseUrl)
  const readKey = { apiKey: options.apiKey, apiSecret: options.apiSecret }
  const writeKey = options.writeKey ?? readKey
  return {
    base: `${base.origin}${base.pathname.replace(/\/+$/, '').replace(/\/v1$/, '')}`,
    host: base.host,
    authorization: { reading: `Basic ${tokenOf(readKey)}`, writing: `Basic ${tokenOf(writeKey)}` },
    // A very short text would be found, and blotted out, in ordinary words.
    secrets: [readKey, writeKey]
      .flatMap((key) => [tokenOf(key), key.apiSecret, key.apiKey])
      .filter((secret) => secret.length >= 6),
    agents: options.agents ?? createClientAgents(options.transport),
    limits,
    pace: options.pace ?? createLocalPace({ now, waitMaxMs: limits.retryAfterMaxMs }),
    onCall: options.onCall ?? (() => {}),
    now,
  }
}

function tokenOf({ apiKey, apiSecret }: FivetranKey): string {
  return Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')
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
