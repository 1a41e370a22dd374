import { tokeniseName } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import type { FieldType, RankedKey } from '../inferred-table'

export interface KeyColumn {
  name: string
  type: FieldType
  nullable: boolean
  /** null: no rows were seen. */
  isUnique: boolean | null
}

export interface KeySource {
  table: string
  columns: readonly KeyColumn[]
  /** null: none were seen. */
  rows: number | null
  /** Whether no two rows agree in all these columns and none of them is empty; null when no rows were seen. */
  isUniqueTogether: (columns: readonly string[]) => boolean | null
}

/** Words that place a row within its parent. */
const positions = new Set(['index', 'position', 'ordinal', 'sequence', 'seq', 'line', 'rank', 'row', 'offset'])
/** Words that tell versions of one row apart. */
const versions = new Set([
  'updated',
  'modified',
  'start',
  'from',
  'changed',
  'created',
  'version',
  'revision',
  'effective',
  'valid',
  'timestamp',
  'date',
  'time',
  'entered',
  'at',
])
const idWords = new Set(['id', 'uuid', 'guid', 'gid', 'key', 'sid', 'pk', 'rowid', 'oid'])
const codeWords = new Set(
  'token,code,number,slug,handle,sku,reference,email,iso,sha,uid,login,username,ts,arn,urn'.split(','),
)
/** Tables of measures: a row for each day of each thing. */
const reportWords = new Set('report,stat,daily,insight,performance,analytics,metric,spend,usage'.split(','))
const measureWords = new Set('impression,click,spend,conversion,view,session,pageview'.split(','))
/** So many rows are no longer different by chance alone. */
const tellingRowsMin = 5
const shownMax = 8

interface Named extends KeyColumn {
  words: string[]
}

/**
 * Columns that may be the key of a table, best first, each with its reasons. Names lead, because a handful of rows is unique in many columns
 * by chance; rows only rule out. An id of the table's own comes before everything; without one, a parent's id with a position, the two sides
 * of a join table, or an id with a moment where the table keeps versions.
 */
export function rankKeys({ table, columns, rows, isUniqueTogether }: KeySource): RankedKey[] {
  const own = tokeniseName(table)
  const named = columns.filter(isKeyable).map((column): Named => ({ ...column, words: tokeniseName(column.name) }))
  const ranked: RankedKey[] = []
  const add = (parts: readonly Named[], confidence: number, ...reasons: string[]) => {
    const names = parts.map(({ name }) => name)
    if (new Set(names).size < parts.length || parts.some(({ nullable }) => nullable)) return
    const unique = parts.length === 1 ? (parts[0]?.isUnique ?? null) : isUniqueTogether(names)
    if (unique === false) return
    const seen = unique === true ? ['No two rows agree in it'] : []
    ranked.push({
      columns: names,
      confidence: unique === null ? confidence * 0.95 : confidence,
      reasons: [...reasons, ...seen],
    })
  }
  // When a thing entered a stage is said once for each time it did.
  const isHistory =
    own.some((word) => ['history', 'version', 'snapshot', 'audit'].includes(word)) ||
    named.some(({ words }) => words.includes('entered'))
  const hasPairs = named.some(({ words }) => words.join(' ') === 'value')
  const isTold = (rows ?? 0) >= tellingRowsMin
  for (const column of named) addSingle(column, own, { isHistory, isTold, hasPairs }, add)
  const ids = named.filter(({ words }) => words.length > 1 && idWords.has(words.at(-1) ?? ''))
  addPositions(named, ids, own, add)
  if (isHistory) addVersions(named, ids, own, add)
  addJoins(ids, named, own, add)
  const isReport =
    own.some((word) => reportWords.has(word)) ||
    columns.some(({ name }) => tokeniseName(name).some((word) => measureWords.has(word)))
  if (isReport) addDays(named, ids, own, add)
  const seen = new Set<string>()
  return ranked
    .sort((one, other) => other.confidence - one.confidence || one.columns.length - other.columns.length)
    .filter(({ columns: parts }) => {
      const key = JSON.stringify([...parts].sort())
      return seen.has(key) ? false : seen.add(key) !== undefined
    })
    .slice(0, shownMax)
}

type Add = (parts: readonly Named[], confidence: number, ...reasons: string[]) => void

function addSingle(
  column: Named,
  own: readonly string[],
  { isHistory, isTold, hasPairs }: { isHistory: boolean; isTold: boolean; hasPairs: boolean },
  add: Add,
): void {
  const { words, name, type } = column
  const last = words.at(-1) ?? ''
  const penalty = isHistory ? 0.5 : 1
  if (isSystemColumn(name)) {
    if (last === 'id') add([column], 0.9, `\`${name}\` is the key given to rows without one`)
  } else if (words.join(' ') === 'unique id') {
    add([column], 0.98 * penalty, `\`${name}\` says that it is unique`)
  } else if (words.length === 1 && last === 'key' && hasPairs) {
    add([column], 0.5 * penalty, `\`${name}\` names a value, perhaps of many things`)
  } else if (words.length === 1 && idWords.has(last)) {
    const strength = last === 'id' ? 0.97 : last === 'key' || last === 'sid' ? 0.85 : 0.93
    add([column], strength * penalty, `\`${name}\` is the row's own id`)
  } else if (idWords.has(last) && isOwn(words.slice(0, -1), own)) {
    add([column], 0.94 * penalty, `\`${name}\` is named after the table`)
  } else if (idWords.has(last)) {
    const isHost = words.length > 1
    add([column], isHost ? 0.35 : 0.5, `\`${name}\` is an id, perhaps of another table`)
  } else if (words.every((word) => codeWords.has(word))) {
    add([column], 0.55 * penalty, `\`${name}\` names the row`)
  } else if (codeWords.has(last) && isOwn(words.slice(0, -1), own)) {
    add([column], 0.5 * penalty, `\`${name}\` names the row`)
  } else if (words.length === 1 && (last === 'name' || last === 'title')) {
    add([column], isTold ? 0.5 : 0.25, `\`${name}\` may name the row`)
  } else if (type === 'integer' || type === 'string') add([column], 0.1)
}

/** `AttachmentID` in `attachment`, `line_item_id` in `order_line_item`; a table's name may carry a system or a kind before it. */
function isOwn(words: readonly string[], own: readonly string[]): boolean {
  if (words.length === 0 || words.length > own.length) return false
  const end = own.slice(own.length - words.length)
  return words.every((word, at) => word === end[at])
}

function addPositions(named: readonly Named[], ids: readonly Named[], own: readonly string[], add: Add): void {
  const places = named.filter(
    ({ words, type }) => type === 'integer' && words.length <= 2 && positions.has(words.at(-1) ?? ''),
  )
  for (const place of places) {
    for (const id of ids) {
      const isParent = isStart(id.words.slice(0, -1), own)
      add([id, place], isParent ? 0.9 : 0.6, `\`${place.name}\` counts the rows of one \`${id.name}\``)
    }
  }
}

function addVersions(named: readonly Named[], ids: readonly Named[], own: readonly string[], add: Add): void {
  const ownId = named.filter(({ words }) => words.length === 1 && idWords.has(words[0] ?? ''))
  const moments = named.filter(
    ({ type, words }) =>
      (type === 'timestamp' || type === 'date' || type === 'integer') && words.some((word) => versions.has(word)),
  )
  const order = [
    '_fivetran_start',
    'start',
    'entered',
    'effective',
    'valid',
    'version',
    'revision',
    'updated',
    'modified',
    'changed',
    'timestamp',
    'date',
    'created',
  ]
  for (const moment of moments) {
    const at = order.findIndex((word) => moment.name === word || moment.words.includes(word))
    const strength = 0.92 - 0.02 * (at === -1 ? order.length : at)
    for (const id of ownId) add([id, moment], strength, `Each \`${id.name}\` has a row per \`${moment.name}\``)
    const property = named.find(({ words }) =>
      /^(?:name|field|property|property name|field name|field id)$/.test(words.join(' ')),
    )
    const isOfProperty = own.includes('property') || own.includes('field')
    for (const id of ids) {
      const weight = isStart(id.words.slice(0, -1), own) ? strength : strength - 0.3
      add([id, moment], weight, `Each \`${id.name}\` has a row per \`${moment.name}\``)
      const other = ids.find((one) => one !== id && one.words.slice(0, -1).every((word) => own.includes(word)))
      if (other !== undefined && !isOfProperty) {
        add(
          [id, other, moment],
          weight - 0.02,
          `Each \`${other.name}\` of a \`${id.name}\` has a row per \`${moment.name}\``,
        )
      }
      if (property !== undefined && isOfProperty) {
        add(
          [id, property, moment],
          weight + 0.03,
          `Each \`${property.name}\` of a \`${id.name}\` has a row per \`${moment.name}\``,
        )
      }
    }
  }
}

/** A row for each day: with the id the table is about, or with all there are. */
function addDays(named: readonly Named[], ids: readonly Named[], own: readonly string[], add: Add): void {
  const day = named.find(
    ({ type, words }) =>
      (type === 'date' || type === 'timestamp') && /^(?:date|day|date day|reported? on)$/.test(words.join(' ')),
  )
  if (day === undefined) return
  const about = ids.find(({ words }) => words.slice(0, -1).every((word) => own.includes(word)))
  if (about !== undefined) add([day, about], 0.95, `Each \`${about.name}\` has a row per day`)
  if (ids.length > 0 && ids.length <= 5) add([day, ...ids], 0.8, 'A row per day of all these')
}

function isStart(words: readonly string[], own: readonly string[]): boolean {
  return words.length > 0 && words.length <= own.length && words.every((word, at) => word === own[at])
}

/** `repo` and `repository` are one thing; shorter beginnings are shared by chance. */
function isSameThing(one: string, other: string): boolean {
  return one === other || (one.length >= 4 && other.startsWith(one)) || (other.length >= 4 && one.startsWith(other))
}

/** Two ids whose things the table's name puts together, or the only two ids there are. */
function addJoins(ids: readonly Named[], named: readonly Named[], own: readonly string[], add: Add): void {
  const parts = ids.filter(({ words }) => words.slice(0, -1).some((word) => own.includes(word)))
  for (const [at, one] of ids.entries()) {
    for (const other of ids.slice(at + 1)) {
      const names = (id: Named, word: string) => id.words.slice(0, -1).some((part) => isSameThing(word, part))
      const isPart = (id: Named) => own.some((word) => names(id, word)) && !own.every((word) => names(id, word))
      const covers = isPart(one) && isPart(other) && own.every((word) => names(one, word) || names(other, word))
      const isNarrow = named.length <= ids.length + 2
      if (covers) add([one, other], 0.955, 'The table joins these two')
      else if (ids.length === 2 && isNarrow) add([one, other], 0.75, 'Two ids and little else: the table joins them')
      else if (parts.includes(one) || parts.includes(other)) add([one, other], 0.4, 'One of them is named in the table')
    }
  }
  // A value of a parent: `candidate_email` with candidate_id and email.
  for (const id of ids) {
    const rest = own.slice(id.words.length - 1)
    if (!isStart(id.words.slice(0, -1), own) || rest.length === 0) continue
    for (const column of named) {
      const isName = column.words.join(' ') === 'key' && named.some(({ words }) => words.join(' ') === 'value')
      if (column === id || (idWords.has(column.words.at(-1) ?? '') && !isName) || column.type === 'timestamp') continue
      const isValue =
        rest.every((word) => column.words.includes(word)) ||
        ['name', 'value', 'key', 'type'].includes(column.words.join(' '))
      if (!isValue) continue
      const isNarrow = named.length <= 4
      const says = rest.every((word) => column.words.includes(word))
      add(
        [id, column],
        (says ? 0.72 : 0.62) - (isNarrow ? 0 : 0.15),
        `A row is one \`${column.name}\` of one \`${id.name}\``,
      )
    }
  }
}

function isKeyable({ name, type }: KeyColumn): boolean {
  if (isSystemColumn(name)) return name.toLowerCase() === '_fivetran_start' || name.toLowerCase() === '_fivetran_id'
  return type === 'string' || type === 'integer' || type === 'timestamp' || type === 'date'
}
