import type { LogicalType } from './logical-type'

export type CellValue = null | boolean | number | string | { [key: string]: CellValue } | CellValue[]

/** Takes a source value and the column's type; gives the value as that type, or null where it cannot be one. */
export function castValue(value: CellValue, type: LogicalType): CellValue {
  if (value === null) return null
  switch (type) {
    case 'STRING':
    case 'XML':
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
    case 'JSON':
      return value
    case 'BOOLEAN':
      return toBoolean(value)
    case 'SHORT':
    case 'INT':
    case 'LONG':
      return toNumber(value, Math.trunc)
    case 'FLOAT':
    case 'DOUBLE':
      return toNumber(value, (number) => number)
    case 'BIGDECIMAL':
      // A decimal stays text, so that "12.50" does not lose its scale on the way.
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
        ? value
        : toNumber(value, (number) => number)
    case 'LOCALDATE':
      return toInstant(value)?.slice(0, 10) ?? null
    case 'LOCALDATETIME':
      return toInstant(value)?.replace('Z', '') ?? null
    case 'INSTANT':
      return toInstant(value)
    case 'BINARY':
      return `\\x${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('hex')}`
  }
}

function toBoolean(value: CellValue): CellValue {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  const text = String(value).toLowerCase()
  return text === 'true' || text === 't' || text === '1'
    ? true
    : text === 'false' || text === 'f' || text === '0'
      ? false
      : null
}

function toNumber(value: CellValue, shape: (number: number) => number): CellValue {
  if (typeof value === 'object' || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? shape(number) : null
}

function toInstant(value: CellValue): string | null {
  if (typeof value !== 'string') return null
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(value) ? `${value}Z` : value)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
