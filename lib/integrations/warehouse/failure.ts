import {
  WarehouseCredentialsError,
  type WarehouseError,
  WarehouseFaultError,
  WarehouseObjectMissingError,
  WarehousePermissionError,
  WarehouseTimeoutError,
  WarehouseUnreachableError,
  WarehouseValueError,
} from './errors'

/** What went wrong in our words, and the engine's code for the log. */
export interface Failure {
  kind: 'unreachable' | 'credentials' | 'permission' | 'missing' | 'value' | 'stopped' | 'fault'
  detail: string | null
}

/** The port's error of a failure. `object` is what was being read, for people: `crm.contact`; a stopped statement was too slow. */
export function errorOf(
  { kind, detail }: Failure,
  { host, object, timeoutMs }: { host: string; object: string; timeoutMs: number },
  cause: unknown,
): WarehouseError {
  const options = { cause, detail }
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
