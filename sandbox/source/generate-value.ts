import type { CellValue } from '@/sandbox/types/cast-value'
import type { Generator } from './generator'
import { hashPair, hashText, type RandomStream, randomStream } from './seeded-random'
import * as words from './word-lists'

const DAY_MS = 86_400_000
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const MAIL_DOMAINS = ['example.com', 'example.net', 'example.org']

export interface ValueContext {
  /** Hash of (seed, column): the same column gives the same values after a rename. */
  columnHash: number
  /** Hash of (seed, table): names and e-mail of one row belong to one person. */
  tableHash: number
  row: number
  version: number
  /** Reads a value of another table for the given random position, or null when that table or column is gone. */
  reference: (table: string, column: string, position: number) => CellValue
}

/** Takes a generator and the place of a cell; gives its value. The same place always gives the same value. */
export function generateValue(generator: Generator, context: ValueContext): CellValue {
  const random = randomStream(hashPair(hashPair(context.columnHash, context.row), context.version))
  // What identifies a row must not move when the row is updated.
  const fixed = randomStream(hashPair(context.columnHash, context.row))
  switch (generator.kind) {
    case 'id':
      return generator.start + context.row
    case 'uuid':
      return uuid(fixed)
    case 'salesforce_id':
      return `${generator.prefix}Qy${characters(fixed, 8)}${context.row.toString(36).toUpperCase().padStart(5, '0')}`
    case 'code':
      return `${generator.prefix}${String(context.row + 1).padStart(generator.digits, '0')}`
    case 'ref':
      return context.reference(generator.table, generator.column, fixed())
    case 'email':
      return email(generator.style, context)
    case 'first_name':
      return person(context).first
    case 'last_name':
      return person(context).last
    case 'full_name':
      return `${person(context).first} ${person(context).last}`
    case 'amount':
      return between(random, generator.min, generator.max).toFixed(generator.scale)
    case 'int_range':
      return generator.min + Math.floor(random() * (generator.max - generator.min + 1))
    case 'date':
      return moment(fixed, generator.from, generator.to).slice(0, 10)
    case 'timestamp':
      return moment(fixed, generator.from, generator.to)
    case 'modified':
      return new Date(Date.parse(generator.from) + fixed() * 90 * DAY_MS + context.version * DAY_MS).toISOString()
    case 'enum':
      return pick(random, generator.values)
    case 'text':
      return sentence(random, generator.words)
    case 'bool':
      return random() < generator.share
    case 'given':
      return generator.values[context.row] ?? null
    case 'json':
      return {
        source: pick(random, ['web', 'mobile', 'partner']),
        tags: [pick(random, words.TEXT_WORDS)],
        score: int(random, 100),
      }
    default:
      return describeThing(generator.kind, fixed, context)
  }
}

type PlainKind = Exclude<Generator['kind'], 'id' | 'uuid' | 'salesforce_id' | 'code' | 'ref' | 'email' | ValueKind>
type ValueKind =
  | 'first_name'
  | 'last_name'
  | 'full_name'
  | 'amount'
  | 'int_range'
  | MomentKind
  | 'enum'
  | 'text'
  | 'bool'
  | 'json'
  | 'given'
type MomentKind = 'date' | 'timestamp' | 'modified'

function describeThing(kind: PlainKind, random: RandomStream, context: ValueContext): CellValue {
  const place = pick(randomStream(hashPair(hashPair(context.tableHash, 7), context.row)), words.PLACES)
  switch (kind) {
    case 'phone':
      return `+1${200 + int(random, 700)}555${String(100 + int(random, 100)).padStart(4, '0')}`
    case 'company':
      return `${pick(random, words.COMPANY_STEMS)} ${pick(random, words.COMPANY_KINDS)}`
    case 'street':
      return `${1 + int(random, 240)} ${pick(random, words.STREETS)}`
    case 'city':
      return place[0]
    case 'region':
      return place[1]
    case 'country':
      return place[2]
    case 'postcode':
      return String(10000 + int(random, 89999))
    case 'url':
      return `https://www.${pick(random, words.COMPANY_STEMS).toLowerCase()}.example.com`
    case 'ip':
      return `198.51.100.${1 + int(random, 254)}`
    case 'sku':
      return `${characters(random, 3).toUpperCase()}-${String(context.row + 1).padStart(4, '0')}`
    case 'product':
      return pick(random, words.PRODUCTS)
    case 'tracking_number':
      return `1Z${characters(random, 14).toUpperCase()}`
  }
}

function person(context: ValueContext): { first: string; last: string } {
  const random = randomStream(hashPair(context.tableHash, context.row))
  return { first: pick(random, words.FIRST_NAMES), last: pick(random, words.LAST_NAMES) }
}

function email(style: 'work' | 'personal', context: ValueContext): string {
  const { first, last } = person(context)
  const random = randomStream(hashPair(context.columnHash, context.row))
  const local = style === 'work' ? `${first}.${last}` : `${first}${last.slice(0, 1)}${10 + int(random, 90)}`
  const host = style === 'work' ? `${pick(random, words.COMPANY_STEMS)}.` : ''
  return `${local}@${host}${pick(random, MAIL_DOMAINS)}`.toLowerCase()
}

function moment(random: RandomStream, from: string, to: string): string {
  return new Date(Math.floor(between(random, Date.parse(from), Date.parse(to)) / 1000) * 1000).toISOString()
}

function sentence(random: RandomStream, count: number): string {
  const text = Array.from({ length: count }, () => pick(random, words.TEXT_WORDS)).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function uuid(random: RandomStream): string {
  const hex = Array.from({ length: 32 }, () => int(random, 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

function characters(random: RandomStream, count: number): string {
  return Array.from({ length: count }, () => ALPHANUMERIC.charAt(int(random, ALPHANUMERIC.length))).join('')
}

function pick<Item>(random: RandomStream, items: readonly Item[]): Item {
  const item = items[int(random, items.length)]
  if (item === undefined) throw new Error('cannot pick from an empty list')
  return item
}

function int(random: RandomStream, below: number): number {
  return Math.floor(random() * below)
}

function between(random: RandomStream, min: number, max: number): number {
  return min + random() * (max - min)
}

/** Takes the seed and a stable key; gives the hash that stands for it in {@link ValueContext}. */
export function placeHash(seed: number, key: string): number {
  return hashText(`${seed}:${key}`)
}
