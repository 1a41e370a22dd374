import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { judgeAddress, parseAllowedRanges } from '@/lib/integrations/guarded-http/guard-address'
import { AddressRefusedError } from '@/lib/integrations/guarded-http/transport-errors'

export interface VendorHosts {
  /** As people call it. */
  vendor: string
  /** Domains that belong to it: `redshift.amazonaws.com`. */
  suffixes: readonly string[]
}

/** Whether a name is one of the vendor's own, or below one. */
function isVendorHost(host: string, { suffixes }: VendorHosts): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  return suffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`))
}

/**
 * Refuses a host before a driver hears of it: anything that is no plain name or address, and any name that is neither the vendor's own nor leads
 * only to private ranges the operator allowed (a private endpoint, or a test). What the name leads to is judged again by the socket.
 * Throws `AddressRefusedError`.
 */
export async function guardVendorHost(
  host: string,
  hosts: VendorHosts,
  allowPrivateAddresses: readonly string[],
): Promise<void> {
  if (!isIP(host) && !/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i.test(host)) {
    throw new AddressRefusedError('The host must be a name or an IP address.')
  }
  if (isVendorHost(host, hosts)) return
  const allowed = parseAllowedRanges(allowPrivateAddresses)
  const addresses = isIP(host) ? [host] : (await lookup(host, { all: true }).catch(() => [])).map((one) => one.address)
  if (addresses.length > 0 && addresses.every((one) => judgeAddress(one, allowed) === 'allowed-private')) return
  throw new AddressRefusedError(`${host} is no address of ${hosts.vendor}, nor of a private range allowed here.`)
}
