import { compareNames } from '@/lib/control-loop/diff/domain/renames/name-similarity'
import { areSynonyms } from '@/lib/control-loop/diff/domain/renames/synonyms'
import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { isSystemColumn } from '@/lib/control-loop/snapshot/domain/system-columns'
import { isWidening } from '@/lib/control-loop/snapshot/domain/type-lattice'

export interface MatchColumn {
  name: string
  words: readonly string[]
  type: LogicalType | null
  description: readonly string[]
  samples: ReadonlySet<string>
}

/** Log-odds by reasoning: before looking, one source column in some tens goes into a given target column. */
const weights = {
  prior: -3.2,
  nameSame: 8,
  nameSameButSmallWords: 5.5,
  nameWithSubject: 5.2,
  nameInside: 4.3,
  nameEnd: 3.2,
  nameShared: 4.5,
  synonymWithSubject: 3.3,
  synonym: 2.6,
  opposed: -4,
  typeSame: 0.5,
  typeDiffers: -2.5,
  kindDiffers: -2.5,
  described: 1.4,
  samplesShared: 3,
  samplesApart: -0.7,
}
/** Words that name a kind of column, not what it is about. */
const smallWords = new Set([
  'at',
  'on',
  'is',
  'has',
  'was',
  'date',
  'time',
  'timestamp',
  'datetime',
  'the',
  'of',
  'value',
  'current',
  'number',
  'line',
])
const dates: readonly (LogicalType | null)[] = ['LOCALDATE', 'LOCALDATETIME', 'INSTANT']
const numbers: readonly (LogicalType | null)[] = ['SHORT', 'INT', 'LONG', 'BIGDECIMAL', 'FLOAT', 'DOUBLE']

/** How likely a source column goes into a target column, as log-odds with the reasons. `subjects`: what the target puts before its names. */
export function weighMatch(
  source: MatchColumn,
  target: MatchColumn,
  subjects: readonly (readonly string[])[],
): { logOdds: number; reasons: string[] } {
  const reasons: string[] = []
  let logOdds = weights.prior
  const add = (weight: number, reason: string) => {
    logOdds += weight
    if (weight > 0) reasons.push(reason)
  }
  if (isSystemColumn(source.name) !== isSystemColumn(target.name)) return { logOdds: -10, reasons }
  for (const [weight, reason] of weighNames(source, target, subjects)) add(weight, reason)
  weighTypes(source, target, add)
  const telling = source.words.filter((word) => !smallWords.has(word) && word !== 'id')
  const described = telling.filter((word) =>
    target.description.some((other) => other === word || (word.length > 4 && other.startsWith(word.slice(0, -1)))),
  )
  if (telling.length > 0 && target.description.length > 0)
    add((weights.described * described.length) / telling.length, 'Its description says so')
  weighSamples(source, target, add)
  return { logOdds, reasons }
}

type Add = (weight: number, reason: string) => void

type WeighedReason = readonly [weight: number, reason: string]

const one = (weight: number, reason: string): WeighedReason[] => [[weight, reason]]

function weighNames(
  source: MatchColumn,
  target: MatchColumn,
  subjects: readonly (readonly string[])[],
): WeighedReason[] {
  if (source.name === target.name) return one(weights.nameSame, 'The names are the same')
  if (source.words.join(' ') === target.words.join(' '))
    return one(weights.nameSame - 0.5, 'The names are the same but for spelling')
  const [bare, otherBare] = [bareName(source.words), bareName(target.words)]
  if (bare === otherBare && bare !== '')
    return one(weights.nameSameButSmallWords, 'The names differ only in small words')
  for (const subject of subjects) {
    const rest = withoutStart(target.words, subject) ?? withoutStart(source.words, subject)
    const whole = withoutStart(target.words, subject) === null ? target.words : source.words
    if (rest === null || rest.length === 0) continue
    if (rest.join(' ') === whole.join(' ') || (bareName(rest) === bareName(whole) && bareName(rest) !== '')) {
      return one(weights.nameWithSubject, `The same name without \`${subject.join('_')}\``)
    }
  }
  const found: WeighedReason[] = []
  const similarity = compareNames(source.words, target.words)
  if (similarity.opposed !== null) found.push([weights.opposed, ''])
  for (const subject of subjects) {
    const rest = withoutStart(target.words, subject)
    if (rest?.length === 1 && source.words.length === 1 && areSynonyms(rest[0] ?? '', source.words[0] ?? '')) {
      return one(weights.synonymWithSubject, `\`${source.name}\` is another word for \`${rest[0]}\``)
    }
  }
  if (isSubsequence(source.words, target.words) || isSubsequence(target.words, source.words)) {
    const shorter = Math.min(source.words.length, target.words.length)
    const isEnd = source.words.at(-1) === target.words.at(-1)
    const isTelling = similarity.sharedMeaning.length > 0
    // `contact` may be `contact_id`; `id` alone says nothing of another thing's id.
    const weight = isTelling ? weights.nameInside : shorter > 1 ? weights.nameEnd : isEnd ? 1.6 : 0.8
    return one(
      weight - 0.35 * Math.max(0, Math.abs(source.words.length - target.words.length) - 1),
      'One name is within the other',
    )
  }
  const left = similarity.onlyFrom.filter((word) => !smallWords.has(word))
  const right = similarity.onlyTo.filter((word) => !smallWords.has(word))
  const paired = left.filter((word) => right.some((wordOfTarget) => areSynonyms(word, wordOfTarget))).length
  const isEndSynonym = areSynonyms(source.words.at(-1) ?? '', target.words.at(-1) ?? '')
  if (paired > 0 && (isEndSynonym || similarity.score > 0))
    found.push([(weights.synonym * paired) / Math.max(left.length, 1), 'A word is replaced by another for the same'])
  if (similarity.score > 0) {
    const share = similarity.sharedMeaning.length > 0 ? similarity.score : similarity.score * 0.5
    const words = similarity.sharedMeaning.map((word) => `\`${word}\``).join(', ')
    found.push([
      weights.nameShared * share,
      words === '' ? 'The names share a kind of value' : `The names share ${words}`,
    ])
  }
  return found
}

function weighTypes(source: MatchColumn, target: MatchColumn, add: Add): void {
  const [from, to] = [source.type, target.type]
  if (from !== null && to !== null) {
    if (from === to) add(weights.typeSame, `Both are ${from}`)
    else if (!isWidening(from, to) && kindOf(from) !== kindOf(to) && to !== 'STRING') add(weights.typeDiffers, '')
  }
  // What the target's name and description say of its type, where it does not tell.
  const said = saidKind(target)
  if (from === null || said === null) return
  if (said === 'date' && !dates.includes(from) && from !== 'STRING') add(weights.kindDiffers, '')
  if (said === 'date' && from === 'STRING' && !source.words.some((word) => smallWords.has(word)))
    add(weights.kindDiffers / 2, '')
  if (said !== 'date' && dates.includes(from)) add(weights.kindDiffers, '')
  if (said === 'id' && (from === 'BOOLEAN' || from === 'DOUBLE')) add(weights.kindDiffers, '')
  if (said === 'flag' && from !== 'BOOLEAN' && from !== 'STRING') add(weights.kindDiffers, '')
  if (
    said === 'id' &&
    source.words.at(-1) !== 'id' &&
    !areSynonyms(source.words.at(-1) ?? '', 'id') &&
    source.words.length > 1
  )
    add(weights.kindDiffers, '')
}

function saidKind({ words, description, type }: MatchColumn): 'date' | 'id' | 'flag' | null {
  if (type !== null) return null
  const last = words.at(-1)
  if (last === 'at' || last === 'date' || last === 'timestamp') return 'date'
  if (last === 'id') return 'id'
  if (words[0] === 'is' || words[0] === 'has' || description.slice(0, 2).includes('boolean')) return 'flag'
  return null
}

function weighSamples(source: MatchColumn, target: MatchColumn, add: Add): void {
  if (source.samples.size < 2 || target.samples.size < 2) return
  let shared = 0
  for (const sample of source.samples) if (target.samples.has(sample)) shared += 1
  const share = shared / Math.min(source.samples.size, target.samples.size)
  add(share > 0 ? weights.samplesShared * Math.sqrt(share) : weights.samplesApart, 'They hold the same values')
}

function bareName(words: readonly string[]): string {
  return words.filter((word) => !smallWords.has(word)).join(' ')
}

function withoutStart(words: readonly string[], start: readonly string[]): string[] | null {
  return words.length > start.length && start.every((word, at) => words[at] === word) ? words.slice(start.length) : null
}

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of long) if (word === short[at]) at += 1
  return at === short.length && short.length > 0
}

function kindOf(type: LogicalType): string {
  if (dates.includes(type)) return 'date'
  return numbers.includes(type) ? 'number' : type
}
