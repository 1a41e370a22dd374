import { AddressRefusedError } from '@/lib/integrations/guarded-http/transport-errors'
import {
  WarehouseCancelledError,
  WarehouseError,
  WarehouseFaultError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
} from '../errors'
import { errorOf, type Failure } from '../failure'

interface FailureContext {
  host: string
  /** What was being read, for people: `crm.contact`. */
  object: string
  timeoutMs: number
  /** Of whoever asked: once it is aborted, a stopped statement was cancelled and not too slow. */
  signal?: AbortSignal
  /** Our own clock ran out before the server's did. */
  hasTimedOut: boolean
}

/** Any failure of a driver as one of the port's errors, by what its adapter makes of it. */
export function nameFailure(
  error: unknown,
  judge: (error: unknown) => Failure,
  { host, object, timeoutMs, signal, hasTimedOut }: FailureContext,
): WarehouseError {
  if (error instanceof WarehouseError) return error
  const options = { cause: error }
  if (signal?.aborted) return new WarehouseCancelledError(object, options)
  if (hasTimedOut) return new WarehouseTimeoutError(object, timeoutMs, options)
  const refusal = findRefusal(error)
  if (refusal) return new WarehouseUnreachableError(host, { ...options, reason: refusal.message })
  // Thrown here, by an answer larger than its template allows.
  if (error instanceof RangeError) return new WarehouseFaultError(object, options)
  return errorOf(judge(error), { host, object, timeoutMs }, error)
}

/** Drivers wrap what their sockets reject with; the guard's own words are at the end of the chain. */
function findRefusal(error: unknown): AddressRefusedError | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if (one instanceof AddressRefusedError) return one
  }
  return null
}
