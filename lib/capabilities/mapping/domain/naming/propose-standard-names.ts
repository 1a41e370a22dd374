import { abbreviations } from '@/lib/control-loop/diff/domain/renames/abbreviations'
import { splitWords } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import { readSourceType } from '@/lib/control-loop/snapshot/domain/source-type'
import { transliterate } from './transliterate'

export interface NameProposal {
  name: string
  /** 0 to 1; the first of a list is the one to take. */
  confidence: number
  /** What was done to the name, as words for people. */
  reasons: string[]
}

/** Containers that say how a source packs its fields, not what a field is. */
const containers = new Set([
  'metadata',
  'attributes',
  'properties',
  'payload',
  'fields',
  'details',
  'detail',
  'data',
  'info',
  'object',
  'meta',
])
/** Prefixes and suffixes that say a column is a column, or that a person added it. */
const prefixes = new Set(['tbl', 'fld', 'col', 'field', 'str', 'int', 'bln'])
const suffixes = new Set(['c', 'custom', 'fld', 'col'])
const flagStarts = new Set([
  'is',
  'has',
  'can',
  'was',
  'should',
  'are',
  'does',
  'did',
  'will',
  'allow',
  'allows',
  'accepts',
])
/** A moment named by a bare participle gets the `_at` that says so. */
const moments =
  /^(?:created|updated|deleted|modified|completed|started|ended|finished|closed|opened|sent|received|cancelled|canceled|archived|expired|paid|processed|published|scheduled|submitted|verified|registered|activated|joined|converted|changed)$/
/** Names that need quotes in most warehouses. */
const reserved = new Set(
  'all,and,any,as,asc,between,by,case,cast,column,create,cross,current,date,default,desc,distinct,else,end,exists,false,for,from,full,group,having,in,inner,interval,into,is,join,left,like,limit,natural,not,null,on,or,order,outer,primary,range,right,row,rows,select,set,table,then,time,timestamp,to,true,union,unique,user,using,values,when,where,with'.split(
    ',',
  ),
)

/** The glossary of short forms with a team's own entries laid over it; an empty meaning takes an entry out. */
export function mergeGlossary(own: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const merged = new Map(abbreviations)
  for (const [short, meaning] of own) {
    if (meaning === '') merged.delete(short.toLowerCase())
    else merged.set(short.toLowerCase(), meaning.toLowerCase())
  }
  return merged
}

/**
 * Business names in snake_case for a source column, best first: short forms written out, packing words left out, yes-or-no and moment
 * columns named as such. Never an empty list; the last proposal is the name as it is, in snake_case.
 */
export function proposeStandardNames(
  column: { table: string; name: string; type?: string | null | undefined },
  glossary: ReadonlyMap<string, string> = abbreviations,
): NameProposal[] {
  const plain = splitWords(transliterate(column.name))
  if (plain.length === 0) return [{ name: 'column', confidence: 0.1, reasons: ['The name has no letters or digits'] }]
  const reasons: string[] = []
  const table = splitWords(transliterate(column.table)).map((word) => expand(word, glossary))
  let words = strip(plain, reasons)
  words = expandAll(words, glossary, reasons)
  words = unpack(words, reasons)
  words = dropRepeats(words, reasons)
  const type = column.type == null ? null : readSourceType(column.type).type
  words = nameByType(words, type, reasons)
  const best = words.join('_')
  const proposals: NameProposal[] = []
  const add = (name: string, confidence: number, why: string[]) => {
    const safe = /^\d/.test(name) ? `_${name}` : name
    if (safe !== '' && !proposals.some((proposal) => proposal.name === safe))
      proposals.push({ name: safe, confidence, reasons: why })
  }
  const subject = singularLast(table)
  if (best === 'id' && subject.length > 0) {
    add([...subject, 'id'].join('_'), 0.85, [...reasons, 'A key named after its table reads the same in every join'])
    add('id', 0.7, reasons)
  } else if (reserved.has(best) && subject.length > 0) {
    add([...subject, best].join('_'), 0.8, [...reasons, `\`${best}\` is a reserved word`])
    add(best, 0.4, reasons)
  } else {
    add(best, reasons.length === 0 ? 0.95 : 0.85, reasons)
    const isPrefixed =
      subject.length > 0 && words.length > subject.length && subject.every((word, at) => words[at] === word)
    const rest = words.slice(subject.length).join('_')
    if (isPrefixed && rest !== 'id' && !reserved.has(rest)) add(rest, 0.5, [...reasons, 'The table already says it'])
    if (best === 'name' && subject.length > 0) add([...subject, 'name'].join('_'), 0.6, ['Named after its table'])
  }
  add(plain.join('_'), 0.3, ['The name as it is, in snake_case'])
  return proposals
}

function strip(words: readonly string[], reasons: string[]): string[] {
  let kept = [...words]
  if (kept.length > 1 && prefixes.has(kept[0] ?? '')) {
    reasons.push(`\`${kept[0]}\` only says that it is a column`)
    kept = kept.slice(1)
  }
  if (kept.length > 1 && suffixes.has(kept.at(-1) ?? '')) {
    reasons.push(`\`${kept.at(-1)}\` only marks an added column`)
    kept = kept.slice(0, -1)
  }
  return kept
}

function expandAll(words: readonly string[], glossary: ReadonlyMap<string, string>, reasons: string[]): string[] {
  return words.flatMap((word) => {
    const meaning = expand(word, glossary)
    if (meaning !== word) reasons.push(`\`${word}\` stands for ${meaning}`)
    return meaning.split(/[ _]+/)
  })
}

/** Plurals of short forms too: `accts` is accounts. */
function expand(word: string, glossary: ReadonlyMap<string, string>): string {
  const whole = glossary.get(word)
  if (whole !== undefined) return whole
  const single = word.endsWith('s') && word.length > 3 ? glossary.get(word.slice(0, -1)) : undefined
  return single === undefined ? word : `${single}s`
}

function unpack(words: readonly string[], reasons: string[]): string[] {
  return words.filter((word, at) => {
    // At the end it is the thing itself: `user_metadata` is metadata.
    const isPacking = at < words.length - 1 && containers.has(word) && words.length > 1 && at > 0
    if (isPacking) reasons.push(`\`${word}\` only says how it was packed`)
    return !isPacking
  })
}

function dropRepeats(words: readonly string[], reasons: string[]): string[] {
  return words.filter((word, at) => {
    const repeats = at > 0 && word === words[at - 1] && !/^\d+$/.test(word)
    if (repeats) reasons.push(`\`${word}\` stood there twice`)
    return !repeats
  })
}

function nameByType(words: string[], type: ReturnType<typeof readSourceType>['type'], reasons: string[]): string[] {
  const last = words.at(-1) ?? ''
  if (type === 'BOOLEAN') {
    if (last === 'flag' && words.length > 1) {
      reasons.push('A yes or no reads as a question')
      return ['is', ...words.slice(0, -1)]
    }
    if (!words.some((word) => flagStarts.has(word))) {
      reasons.push('A yes or no reads as a question')
      return ['is', ...words]
    }
  }
  const isMoment = type === 'INSTANT' || type === 'LOCALDATETIME'
  if (isMoment && moments.test(last)) {
    reasons.push('A moment ends in `at`')
    return [...words, 'at']
  }
  if (isMoment && ['timestamp', 'datetime', 'date', 'time', 'on'].includes(last) && moments.test(words.at(-2) ?? '')) {
    reasons.push('A moment ends in `at`')
    return [...words.slice(0, -1), 'at']
  }
  if (type === 'LOCALDATE' && last === 'at' && words.length > 1) {
    reasons.push('A day without a time ends in `date`')
    return [...words.slice(0, -1), 'date']
  }
  return words
}

function singularLast(words: readonly string[]): string[] {
  const last = words.at(-1)
  if (last === undefined || last.length <= 3 || !last.endsWith('s') || /(?:ss|us|is)$/.test(last)) return [...words]
  const single = last.endsWith('ies')
    ? `${last.slice(0, -3)}y`
    : /(?:xes|ches|shes|sses)$/.test(last)
      ? last.slice(0, -2)
      : last.slice(0, -1)
  return [...words.slice(0, -1), single]
}
