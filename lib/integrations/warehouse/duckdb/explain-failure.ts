import {
  WarehouseCancelledError,
  WarehouseError,
  WarehouseFaultError,
  WarehouseObjectMissingError,
  WarehousePermissionError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
  WarehouseValueError,
} from '../errors'

interface FailureContext {
  file: string
  object: string
  timeoutMs: number
  hasTimedOut: boolean
  signal?: AbortSignal
}

/** Any failure of the engine as one of the port's errors, decided by the kind its message begins with. Only that goes into `detail`: messages quote values. */
export function explainFailure(
  error: unknown,
  { file, object, timeoutMs, hasTimedOut, signal }: FailureContext,
): WarehouseError {
  if (error instanceof WarehouseError) return error
  if (hasTimedOut) return new WarehouseTimeoutError(object, timeoutMs, { cause: error })
  if (signal?.aborted) return new WarehouseCancelledError(object, { cause: error })
  const message = error instanceof Error ? error.message : ''
  const kind = /^(?:Invalid Error: )?([A-Za-z]+(?: [A-Za-z]+){0,3}) Error:/.exec(message)?.[1]?.toLowerCase() ?? null
  const options = { cause: error, detail: kind }
  if (kind === 'catalog' || (kind === 'binder' && /Referenced column/.test(message))) {
    return new WarehouseObjectMissingError(object, options)
  }
  if (kind === 'io') return new WarehouseUnreachableError(file, options)
  if (kind === 'permission') return new WarehousePermissionError(object, options)
  if (kind === 'out of range' || kind === 'conversion') return new WarehouseValueError(object, options)
  return new WarehouseFaultError(object, options)
}
