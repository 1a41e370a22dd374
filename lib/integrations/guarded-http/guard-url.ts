import { isIP } from 'node:net'
import type { AllowedRange } from './guard-address'
import { refuseAddress } from './guarded-lookup'
import { AddressRefusedError } from './transport-errors'

/**
 * Parses an address to call and refuses what can be refused before any socket: other schemes than http(s), a user or password inside
 * it, and literal IPs in ranges not allowed. Names are judged when they resolve. The parser has already turned 0x7f.1 and ①②⑦.⓪.⓪.①
 * into 127.0.0.1, which is why the raw text is never inspected.
 */
export function guardUrl(address: string | URL, allowed: readonly AllowedRange[]): URL {
  const url = parseUrl(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new AddressRefusedError(`Only https addresses can be called, not ${url.protocol.replace(':', '')}.`)
  }
  if (url.username || url.password)
    throw new AddressRefusedError('The address must not contain a user name or password.')
  const host = bareHost(url.hostname)
  if (isIP(host)) {
    const refusal = refuseAddress(host, host, allowed, url.protocol === 'http:')
    if (refusal) throw refusal
  }
  return url
}

/** `[::1]` as `::1`: sockets and address parsers want no brackets. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
}

function parseUrl(address: string | URL): URL {
  try {
    return new URL(address)
  } catch {
    throw new AddressRefusedError('This is not a web address.')
  }
}
