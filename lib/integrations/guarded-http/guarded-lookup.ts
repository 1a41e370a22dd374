import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { type AllowedRange, judgeAddress } from './guard-address'
import { AddressRefusedError } from './transport-errors'

/**
 * A `lookup` for sockets that judges every address a name resolves to, at the moment of connecting, and refuses the name when one of
 * them is refused: a name with one public and one private address is an attack, not a choice.
 * `requireAllowedPrivate` refuses public addresses too; it is set where the wire is not encrypted.
 */
export function createGuardedLookup(
  allowed: readonly AllowedRange[],
  { requireAllowedPrivate }: { requireAllowedPrivate: boolean },
): LookupFunction {
  return (hostname, options, callback) => {
    systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      for (const { address } of addresses) {
        const refusal = refuseAddress(hostname, address, allowed, requireAllowedPrivate)
        if (refusal) return callback(refusal, '', 0)
      }
      const [first] = addresses
      if (!first) return callback(new AddressRefusedError(`${hostname} has no address.`), '', 0)
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

/** The refusal for one resolved address, or null when it may be called. */
export function refuseAddress(
  hostname: string,
  address: string,
  allowed: readonly AllowedRange[],
  requireAllowedPrivate: boolean,
): AddressRefusedError | null {
  const verdict = judgeAddress(address, allowed)
  if (verdict === 'refused') {
    return new AddressRefusedError(`${hostname} leads to ${address}, a range that may not be called from here.`)
  }
  if (requireAllowedPrivate && verdict === 'public') {
    return new AddressRefusedError(`${hostname} is a public address: an encrypted connection is required.`)
  }
  return null
}
