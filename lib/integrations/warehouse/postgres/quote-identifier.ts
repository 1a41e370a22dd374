import { WarehouseObjectMissingError } from '../errors'

/** A name as a quoted PostgreSQL identifier: the only way a name enters a statement. Refuses a NUL, which no identifier can hold. */
export function quoteIdentifier(name: string): string {
  if (name.includes('\0')) throw new WarehouseObjectMissingError('an object whose name contains a NUL character')
  return `"${name.replaceAll('"', '""')}"`
}
