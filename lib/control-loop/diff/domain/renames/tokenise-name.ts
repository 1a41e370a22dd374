import { abbreviations } from './abbreviations'

/**
 * The words of a name in lower case: split at separators, at camelCase humps and between letters and digits, short forms expanded,
 * plurals made singular. `acctIDs`, `acct_id` and `AccountIds` give the same words. An empty list for a name without letters or digits.
 */
export function tokeniseName(name: string, glossary: ReadonlyMap<string, string> = abbreviations): string[] {
  return splitWords(name).map((word) => singular(glossary.get(word) ?? word))
}

/** The words as written, lower-cased, nothing expanded. */
export function splitWords(name: string): string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      // A run of capitals is one word, and its last capital opens the next: `HTTPCode` is two words, `userIDs` ends in a plural.
      .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2,})/gu, '$1 $2')
      .replace(/(\p{L})(\p{N})/gu, '$1 $2')
      .replace(/(\p{N})(\p{L})/gu, '$1 $2')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
  )
}

const keepsItsS = /(?:ss|us|is|as|os)$/

/** A plural is the same word for our purpose. Words of three letters and words that end so anyway are left alone. */
function singular(word: string): string {
  if (word === 'ids') return 'id'
  if (word.length <= 3 || !word.endsWith('s') || keepsItsS.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|xes|ches|shes)$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}
