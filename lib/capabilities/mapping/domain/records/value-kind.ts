import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** How scalars are written: `typed` as JSON does, `text` when all of them are strings, as in CSV. */
export type ScalarWriting = 'typed' | 'text'

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const momentPattern =
  /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?$/
/** Milliseconds since 1970, as some .NET services write a moment. */
const tickPattern = /^\/Date\(-?\d{1,15}([+-]\d{4})?\)\/$/

/** The most specific logical type of one scalar that is not null; `text` writing reads numbers and yes or no out of strings. */
export function kindOfScalar(value: string | number | boolean, writing: ScalarWriting): LogicalType {
  if (typeof value === 'boolean') return 'BOOLEAN'
  if (typeof value === 'number') return kindOfNumber(value)
  const text = value.trim()
  const moment = kindOfMoment(text)
  if (moment !== null) return moment
  return writing === 'text' ? kindOfText(text) : 'STRING'
}

/** True for a text that stands for no value in files. */
export function isBlankText(text: string): boolean {
  return text === '' || text === 'null' || text === 'NULL' || text === '\\N'
}

function kindOfNumber(value: number): LogicalType {
  if (!Number.isInteger(value)) return 'DOUBLE'
  const size = Math.abs(value)
  if (size < 2 ** 31) return 'INT'
  return size <= Number.MAX_SAFE_INTEGER ? 'LONG' : 'BIGDECIMAL'
}

function kindOfMoment(text: string): LogicalType | null {
  if (text.length < 10 || text.length > 40) return null
  const day = dayPattern.exec(text)
  if (day !== null) return isDay(day) ? 'LOCALDATE' : null
  const moment = momentPattern.exec(text)
  if (moment !== null) return isDay(moment) ? (moment[4] === undefined ? 'LOCALDATETIME' : 'INSTANT') : null
  return tickPattern.test(text) ? 'INSTANT' : null
}

function isDay(found: RegExpExecArray): boolean {
  const [month, day] = [Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/** A leading zero or plus is part of a code or a phone number, which as a number would be lost. */
function kindOfText(text: string): LogicalType {
  if (/^(?:true|false)$/i.test(text)) return 'BOOLEAN'
  if (/^-?(?:0|[1-9]\d*)$/.test(text)) {
    if (text.length <= 9) return 'INT'
    return text.length <= 18 ? 'LONG' : text.length <= 38 ? 'BIGDECIMAL' : 'STRING'
  }
  return /^-?(?:0|[1-9]\d*)?\.\d+(?:e[+-]?\d+)?$|^-?\d+e[+-]?\d+$/i.test(text) && text.length <= 40
    ? 'DOUBLE'
    : 'STRING'
}
