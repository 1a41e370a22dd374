import { AddressRefusedError } from '@/lib/integrations/guarded-http/transport-errors'
import {
  WarehouseCancelledError,
  WarehouseError,
  WarehouseFaultError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
} from '../errors'
import { errorOf } from '../failure'
import { judgeSqlState } from '../judge-sql-state'

interface FailureContext {
  host: string
  /** What was being read, for people: `crm.contact`. */
  object: string
  timeoutMs: number
  /** Of whoever asked: once it is aborted, a stopped statement was cancelled and not too slow. */
  signal?: AbortSignal
}

/** Any failure of the driver as one of the port's errors, decided by SQLSTATE. Only the state goes into `detail`: messages quote row values. */
export function explainFailure(error: unknown, { host, object, timeoutMs, signal }: FailureContext): WarehouseError {
  if (error instanceof WarehouseError) return error
  if (error instanceof AddressRefusedError) {
    return new WarehouseUnreachableError(host, { cause: error, reason: error.message })
  }
  const isCancelled = signal?.aborted === true
  // Thrown here, by a statement that never left or an answer larger than its template allows.
  if (isCancelled && error === signal.reason) return new WarehouseCancelledError(object, { cause: error })
  if (error instanceof RangeError) return new WarehouseFaultError(object, { cause: error })
  const state = findSqlState(error)
  const options = { cause: error, detail: state }
  if (isCancelled && (state === '57014' || state === null)) return new WarehouseCancelledError(object, options)
  if (state === null) {
    const isSilence = error instanceof Error && /timeout/i.test(error.message) && /query/i.test(error.message)
    return isSilence
      ? new WarehouseTimeoutError(object, timeoutMs, options)
      : new WarehouseUnreachableError(host, options)
  }
  return errorOf(judgeSqlState(state), { host, object, timeoutMs }, error)
}

/** Five characters for errors of the server; null for errors of the socket (`ECONNREFUSED`) and of the driver. */
function findSqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return 'severity' in error && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null
}
