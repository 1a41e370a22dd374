import { AddressRefusedError } from '@/lib/integrations/guarded-http/transport-errors'
import {
  WarehouseCancelledError,
  WarehouseCredentialsError,
  WarehouseError,
  WarehouseFaultError,
  WarehouseObjectMissingError,
  WarehousePermissionError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
  WarehouseValueError,
} from '../errors'

/** What went wrong in our words, and the engine's code for the log. */
export interface Failure {
  kind: 'unreachable' | 'credentials' | 'permission' | 'missing' | 'value' | 'stopped' | 'fault'
  detail: string | null
}

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
  const { kind, ...facts } = judge(error)
  return errorOf(kind, { host, object, timeoutMs }, { ...facts, cause: error })
}

function errorOf(
  kind: Failure['kind'],
  { host, object, timeoutMs }: Pick<FailureContext, 'host' | 'object' | 'timeoutMs'>,
  options: ErrorOptions & Omit<Failure, 'kind'>,
): WarehouseError {
  switch (kind) {
    case 'unreachable':
      return new WarehouseUnreachableError(host, options)
    case 'credentials':
      return new WarehouseCredentialsError(options)
    case 'permission':
      return new WarehousePermissionError(object, options)
    case 'missing':
      return new WarehouseObjectMissingError(object, options)
    case 'value':
      return new WarehouseValueError(object, options)
    case 'stopped':
      return new WarehouseTimeoutError(object, timeoutMs, options)
    case 'fault':
      return new WarehouseFaultError(object, options)
  }
}

/** Drivers wrap what their sockets reject with; the guard's own words are at the end of the chain. */
function findRefusal(error: unknown): AddressRefusedError | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    if (one instanceof AddressRefusedError) return one
  }
  return null
}

/** What a state of the SQL standard means, as far as engines agree on it; null for any other. */
export function judgeSqlState(state: string): Failure | null {
  const kinds: Readonly<Record<string, Failure['kind']>> = {
    '57014': 'stopped',
    '42501': 'permission',
    '42P01': 'missing',
    '42S02': 'missing',
    '42703': 'missing',
    '42704': 'missing',
    '3F000': 'missing',
    '22003': 'value',
    '22P02': 'value',
    '22007': 'value',
    '22018': 'value',
    '3D000': 'credentials',
  }
  const kind = kinds[state] ?? (state.startsWith('28') ? 'credentials' : null)
  if (kind) return { kind, detail: state }
  return /^(08|53|57P)/.test(state) ? { kind: 'unreachable', detail: state } : null
}
