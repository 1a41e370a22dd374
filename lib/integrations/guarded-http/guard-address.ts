import ipaddr from 'ipaddr.js'
import { AddressRefusedError } from './transport-errors'

type Address = ipaddr.IPv4 | ipaddr.IPv6
export type AllowedRange = [Address, number]
export type AddressVerdict = 'public' | 'allowed-private' | 'refused'

/** Unicast in every registry, and still not the internet: a cloud's metadata and DHCP endpoint. */
const PLATFORM_ADDRESSES = new Set(['168.63.129.16'])

/** Parses the operator's list of private ranges that may be called (`127.0.0.0/8`, `::1/128`). Refuses anything that is not CIDR. */
export function parseAllowedRanges(ranges: readonly string[]): AllowedRange[] {
  return ranges.map((range) => {
    try {
      const [address, bits] = ipaddr.parseCIDR(range.trim())
      return [address, bits]
    } catch {
      throw new AddressRefusedError(`"${range}" is not an address range such as 10.0.0.0/8.`)
    }
  })
}

/**
 * Judges one literal IP address. Only plain unicast is `public`: loopback, private, link-local, shared, mapped, translated (6to4,
 * NAT64, Teredo), multicast and reserved ranges are refused unless the operator's list names them.
 */
export function judgeAddress(literal: string, allowed: readonly AllowedRange[]): AddressVerdict {
  if (!ipaddr.isValid(literal)) return 'refused'
  // `process` unwraps ::ffff:127.0.0.1, so that a mapped spelling is judged as what it reaches.
  const address = ipaddr.process(literal)
  if (allowed.some((range) => isWithin(address, range))) return 'allowed-private'
  return address.range() === 'unicast' && !PLATFORM_ADDRESSES.has(address.toString()) ? 'public' : 'refused'
}

function isWithin(address: Address, [network, bits]: AllowedRange): boolean {
  return address.kind() === network.kind() && address.match(network, bits)
}
