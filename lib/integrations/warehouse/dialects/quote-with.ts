import { WarehouseObjectMissingError } from '../errors'

/** Quotes identifiers with one character, doubled within. Refuses a NUL, which no identifier can hold. */
export function quoteWith(quote: '"' | '`'): (name: string) => string {
  return (name) => {
    if (name.includes('\0')) throw new WarehouseObjectMissingError('an object whose name contains a NUL character')
    return `${quote}${name.replaceAll(quote, quote + quote)}${quote}`
  }
}
