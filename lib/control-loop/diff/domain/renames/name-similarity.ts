import { editDistance } from './edit-distance'

/**
 * Words that say what kind of value a column holds, or nothing at all. Sharing one of them says little: two columns are not the same thing
 * because both are an id.
 */
const genericWords = new Set([
  'id',
  'key',
  'code',
  'name',
  'type',
  'status',
  'state',
  'date',
  'time',
  'datetime',
  'timestamp',
  'at',
  'on',
  'value',
  'number',
  'count',
  'flag',
  'is',
  'has',
  'total',
  'amount',
  'data',
  'text',
  'description',
  'note',
  'url',
  'link',
  'label',
  'title',
  'index',
  'level',
  'category',
])
const emptyWords = new Set(['in', 'of', 'the', 'a', 'an', 'and', 'or', 'for', 'by', 'to', 'from', 'with'])

/** Words that name two things side by side: if one side has the first and the other the second, the columns are siblings, not one column. */
const opposites: readonly (readonly [string, string])[] = [
  ['start', 'end'],
  ['begin', 'end'],
  ['first', 'last'],
  ['minimum', 'maximum'],
  ['created', 'updated'],
  ['created', 'deleted'],
  ['updated', 'deleted'],
  ['billing', 'shipping'],
  ['from', 'to'],
  ['source', 'destination'],
  ['source', 'target'],
  ['old', 'new'],
  ['previous', 'current'],
  ['previous', 'next'],
  ['gross', 'net'],
  ['debit', 'credit'],
  ['width', 'height'],
  ['latitude', 'longitude'],
  ['phone', 'fax'],
  ['phone', 'email'],
  ['home', 'work'],
  ['city', 'state'],
  ['city', 'country'],
  ['state', 'country'],
  ['street', 'city'],
  ['opened', 'closed'],
  ['buyer', 'seller'],
  ['sender', 'recipient'],
  ['parent', 'child'],
  ['before', 'after'],
  ['upper', 'lower'],
  ['left', 'right'],
  ['up', 'down'],
  ['high', 'low'],
  ['mother', 'father'],
  ['input', 'output'],
  ['sent', 'received'],
  ['day', 'week'],
  ['week', 'month'],
  ['day', 'month'],
  ['month', 'year'],
  ['count', 'amount'],
  ['price', 'quantity'],
  ['price', 'tax'],
  ['name', 'id'],
  ['name', 'email'],
  ['name', 'code'],
  ['subtotal', 'total'],
]
const oppositeOf = new Map<string, Set<string>>()
for (const [one, other] of opposites) {
  oppositeOf.set(one, (oppositeOf.get(one) ?? new Set()).add(other))
  oppositeOf.set(other, (oppositeOf.get(other) ?? new Set()).add(one))
}

export interface NameSimilarity {
  /** 0 to 1: the weighted share of words both names have. */
  score: number
  /** `same`: equal once spelling, plurals and short forms are set aside. `contained`: all meaning words of one are in the other. */
  relation: 'same' | 'reordered' | 'typo' | 'contained' | 'overlap' | 'apart'
  /** The words only one side has that contradict each other, e.g. start and end. */
  opposed: readonly [string, string] | null
  /** Words both have and say more than a kind of value. */
  sharedMeaning: string[]
  onlyFrom: string[]
  onlyTo: string[]
}

/** How alike two names are as word lists of `tokeniseName`. Symmetric in score; says nothing about the columns themselves. */
export function compareNames(from: readonly string[], to: readonly string[]): NameSimilarity {
  const { pairs, onlyFrom, onlyTo } = alignWords(from, to)
  const shared = pairs.reduce((sum, pair) => sum + pair.closeness * (weightOf(pair.one) + weightOf(pair.other)), 0)
  const whole = weightOfAll(from) + weightOfAll(to)
  const sharedMeaning = pairs.filter(({ one }) => weightOf(one) === 1).map(({ one }) => one)
  const opposed = findOpposed(onlyFrom, onlyTo)
  const score = whole === 0 ? 0 : shared / whole
  return {
    score,
    relation: relationOf(from, to, pairs, onlyFrom, onlyTo, sharedMeaning),
    opposed,
    sharedMeaning,
    onlyFrom,
    onlyTo,
  }
}

interface WordPair {
  one: string
  other: string
  closeness: number
}

function relationOf(
  from: readonly string[],
  to: readonly string[],
  pairs: readonly WordPair[],
  onlyFrom: readonly string[],
  onlyTo: readonly string[],
  sharedMeaning: readonly string[],
): NameSimilarity['relation'] {
  if (from.length === 0 || to.length === 0) return 'apart'
  const [one, other] = [from.join(''), to.join('')]
  if (one === other) return 'same'
  const exact = pairs.every((pair) => pair.closeness === 1)
  if (onlyFrom.length === 0 && onlyTo.length === 0) return exact ? 'reordered' : 'typo'
  if ((onlyFrom.length === 0 || onlyTo.length === 0) && exact && sharedMeaning.length > 0) return 'contained'
  return sharedMeaning.length > 0 ? 'overlap' : 'apart'
}

function alignWords(
  from: readonly string[],
  to: readonly string[],
): { pairs: WordPair[]; onlyFrom: string[]; onlyTo: string[] } {
  const candidates: (WordPair & { at: number; with: number })[] = []
  from.forEach((one, at) => {
    to.forEach((other, index) => {
      const closeness = wordCloseness(one, other)
      if (closeness > 0) candidates.push({ one, other, closeness, at, with: index })
    })
  })
  candidates.sort(
    (x, y) =>
      y.closeness - x.closeness || Math.abs(x.at - x.with) - Math.abs(y.at - y.with) || x.at - y.at || x.with - y.with,
  )
  const usedFrom = new Set<number>()
  const usedTo = new Set<number>()
  const pairs: WordPair[] = []
  for (const candidate of candidates) {
    if (usedFrom.has(candidate.at) || usedTo.has(candidate.with)) continue
    usedFrom.add(candidate.at)
    usedTo.add(candidate.with)
    pairs.push(candidate)
  }
  return {
    pairs,
    onlyFrom: from.filter((_, index) => !usedFrom.has(index)),
    onlyTo: to.filter((_, index) => !usedTo.has(index)),
  }
}

/** 1 for the same word, less for a short form the glossary does not know or a slip of the pen, 0 otherwise. Digits must be equal. */
function wordCloseness(one: string, other: string): number {
  if (one === other) return 1
  if (/\p{N}/u.test(one) || /\p{N}/u.test(other)) return 0
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length >= 3 && long.length >= short.length + 2 && long.startsWith(short)) return 0.8
  if (short.length >= 3 && long.length >= short.length + 2 && isConsonantForm(short, long)) return 0.7
  if (short.length >= 5 && editDistance(one, other) === 1) return 0.8
  return 0
}

/** `mgmt` of management, `cstmr` of customer: the letters in order, first and no vowel but the first. */
function isConsonantForm(short: string, long: string): boolean {
  if (short[0] !== long[0] || /[aeiou]/.test(short.slice(1))) return false
  let at = 0
  for (const letter of long) if (letter === short[at]) at += 1
  return at === short.length && short.length * 3 >= long.length
}

function findOpposed(onlyFrom: readonly string[], onlyTo: readonly string[]): readonly [string, string] | null {
  for (const one of onlyFrom) {
    for (const other of onlyTo) {
      if (oppositeOf.get(one)?.has(other) === true) return [one, other]
      // `line_1` and `line_2` stand side by side.
      if (/^\p{N}+$/u.test(one) && /^\p{N}+$/u.test(other)) return [one, other]
    }
  }
  return null
}

function weightOf(word: string): number {
  if (emptyWords.has(word)) return 0.2
  return genericWords.has(word) ? 0.4 : 1
}

function weightOfAll(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + weightOf(word), 0)
}
