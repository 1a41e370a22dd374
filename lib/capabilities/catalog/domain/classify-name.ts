import { tokeniseName } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import { ownEntry } from '@/lib/control-loop/snapshot/domain/own-entry'
import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { DataClass } from './data-class'
import { flagStarts, type NameRule, nameRules, personRoles, trailingModifiers } from './name-rules'
import { peopleTables, peopleTablesOfConnector, thingTables } from './table-words'

export interface NameReading {
  dataClass: DataClass
  confidence: number
  /** What of the name decided, as words for people. */
  because: string
}

export interface NamedColumn {
  table: string
  column: string
  type: LogicalType | null
  /** The connector type, where its own words are known to differ. */
  connector?: string | undefined
}

type TableContext = 'people' | 'things' | 'unknown'

const rulesByPhrase = new Map<string, NameRule[]>()
let wordsMax = 1
for (const entry of nameRules) {
  rulesByPhrase.set(entry.phrase, [...(rulesByPhrase.get(entry.phrase) ?? []), entry])
  wordsMax = Math.max(wordsMax, entry.phrase.split(' ').length)
}

/**
 * What a column's name says of its class, read with the table's name and the type; null when it says nothing. The end of a name
 * decides, because there stands what the column is: `email_verified` is a yes or no, `email_template_id` an id.
 */
export function classifyName({ connector, table, column, type }: NamedColumn): NameReading | null {
  const words = stripModifiers(tokeniseName(column))
  const tableWords = tokeniseName(table)
  const first = words[0]
  if (first === undefined || flagStarts.has(first)) return null
  const context = contextOf(tableWords, connector)
  const reading =
    readPhrase(words, context) ??
    readRole(words) ??
    readBankAccount(words, tableWords) ??
    readValueColumn(words, tableWords)
  return reading === null || !fitsType(reading.dataClass, type) ? null : reading
}

function readPhrase(words: readonly string[], context: TableContext): NameReading | null {
  for (let length = Math.min(wordsMax, words.length); length > 0; length -= 1) {
    const phrase = words.slice(-length).join(' ')
    const found = rulesByPhrase.get(phrase)?.find((candidate) => fitsContext(candidate, words, context))
    if (found !== undefined) {
      return { dataClass: found.dataClass, confidence: found.confidence, because: `The name ends in \`${phrase}\`` }
    }
  }
  return null
}

/** A bare `name` is the row's own name; one with other words before it is the name of those. */
function fitsContext(candidate: NameRule, words: readonly string[], context: TableContext): boolean {
  if (candidate.phrase === 'name')
    return context === 'people' && (words.length === 1 || words.slice(0, -1).every(isNeutral))
  if (candidate.context === 'people') return context === 'people'
  if (candidate.context === 'people-or-unknown') return context !== 'things'
  return true
}

const isNeutral = (word: string) => word === 'custom' || word === 'my' || word === 'the'

/** `gift_recipient_name`: a person's role, then `name`. */
function readRole(words: readonly string[]): NameReading | null {
  const role = words.at(-2)
  if (words.at(-1) !== 'name' || role === undefined || !personRoles.has(role)) return null
  return { dataClass: 'person-name', confidence: 0.9, because: `The name of a ${role}` }
}

/** An account number is anything's; at a bank it is an account's. */
function readBankAccount(words: readonly string[], tableWords: readonly string[]): NameReading | null {
  if (words.at(-2) !== 'account' || words.at(-1) !== 'number' || !tableWords.includes('bank')) return null
  return { dataClass: 'bank-account', confidence: 0.9, because: 'The account number of a bank' }
}

/** In a table `contact_phone` the column `value` is the phone. */
function readValueColumn(words: readonly string[], tableWords: readonly string[]): NameReading | null {
  if (words.length > 0 && !words.every((word) => word === 'value' || word === 'number')) return null
  const reading = readPhrase(tableWords, 'unknown')
  if (reading === null || tableWords.length < 2) return null
  return {
    ...reading,
    confidence: 0.85,
    because: `The table's name ends in \`${tableWords.at(-1)}\` and this column is its value`,
  }
}

function contextOf(tableWords: readonly string[], connector: string | undefined): TableContext {
  const last = tableWords.at(-1)
  if (last === undefined) return 'unknown'
  const ofConnector = connector === undefined ? undefined : ownEntry(peopleTablesOfConnector, connector)
  if (peopleTables.has(last) || ofConnector?.has(last) === true) return 'people'
  return thingTables.has(last) ? 'things' : 'unknown'
}

/** Modifiers and numbers go from the end, unless nothing would be left. */
function stripModifiers(words: string[]): string[] {
  let end = words.length
  while (end > 1 && isModifier(words[end - 1] ?? '')) end -= 1
  return words.slice(0, end)
}

const isModifier = (word: string) => trailingModifiers.has(word) || /^\p{N}+$/u.test(word)

const dateTypes: readonly LogicalType[] = ['LOCALDATE', 'LOCALDATETIME', 'INSTANT', 'LOCALTIME']
const wholeTypes: readonly LogicalType[] = ['SHORT', 'INT', 'LONG', 'BIGDECIMAL']
/** Classes whose values are sometimes kept as numbers. */
const numericClasses = new Set<DataClass>([
  'phone',
  'government-id',
  'payment-card',
  'bank-account',
  'geo-location',
  'address',
  'date-of-birth',
])

/** A yes or no is never personal by itself, a moment only as a birthday, a fraction only as a position. */
function fitsType(dataClass: DataClass, type: LogicalType | null): boolean {
  if (type === null) return true
  if (type === 'BOOLEAN') return dataClass === 'special-category' || dataClass === 'health'
  if (dateTypes.includes(type)) return dataClass === 'date-of-birth'
  if (type === 'FLOAT' || type === 'DOUBLE') return dataClass === 'geo-location' || dataClass === 'phone'
  if (wholeTypes.includes(type)) return numericClasses.has(dataClass)
  return true
}
