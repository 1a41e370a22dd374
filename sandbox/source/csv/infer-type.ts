import type { LogicalType } from '@/sandbox/types/logical-type'
import { supertype } from '@/sandbox/types/supertype'

/** Takes the values of one column; gives the most specific type that holds them all. Nulls say nothing; all null is a string. */
export function inferType(values: readonly (string | null)[]): LogicalType {
  let type: LogicalType | null = null
  for (const value of values) {
    if (value === null) continue
    const own = typeOfText(value)
    type = type === null ? own : supertype(type, own)
    if (type === 'STRING') return type
  }
  return type ?? 'STRING'
}

function typeOfText(text: string): LogicalType {
  if (/^(true|false|t|f)$/i.test(text)) return 'BOOLEAN'
  // A leading zero is part of a code, not of a number.
  if (/^-?(0|[1-9]\d{0,18})$/.test(text)) return typeOfInteger(BigInt(text))
  if (/^-?(0|[1-9]\d*)\.\d+$/.test(text)) return 'DOUBLE'
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && isTime(text)) return 'LOCALDATE'
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text) && isTime(text)) return 'LOCALDATETIME'
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text) && isTime(text)) {
    return 'INSTANT'
  }
  return isJson(text) ? 'JSON' : 'STRING'
}

function typeOfInteger(value: bigint): LogicalType {
  if (value >= -(2n ** 31n) && value < 2n ** 31n) return 'INT'
  return value >= -(2n ** 63n) && value < 2n ** 63n ? 'LONG' : 'BIGDECIMAL'
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
