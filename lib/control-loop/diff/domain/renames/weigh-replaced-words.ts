import type { LogicalType } from '@/lib/control-loop/snapshot/domain/schema-tree'
import type { NameSimilarity } from './name-similarity'
import { areSynonyms } from './synonyms'
import { pairWeights, sign, type WeighedEvidence } from './weigh-pair'

/** Words that say in what a number is measured. */
const units = new Set(
  'cent,cents,penny,pennies,usd,eur,gbp,ms,millisecond,second,minute,hour,day,week,byte,kb,mb,gb,kilobyte,megabyte,gram,kg,kilogram,lb,pound,meter,km,mile,percent,pct,in'.split(
    ',',
  ),
)
const numbers: readonly (LogicalType | null)[] = ['SHORT', 'INT', 'LONG', 'BIGDECIMAL', 'FLOAT', 'DOUBLE']

/**
 * What the words say that only one of two names has: another word for the same thing, the name of the table itself, or a unit. Names that
 * contradict each other are left to that.
 */
export function weighReplacedWords(similarity: NameSimilarity, table: readonly string[]): WeighedEvidence[] {
  const { onlyFrom, onlyTo, opposed } = similarity
  if (opposed !== null || onlyFrom.length + onlyTo.length === 0) return []
  const found: WeighedEvidence[] = []
  if (onlyFrom.length === 1 && onlyTo.length === 1 && areSynonyms(onlyFrom[0] ?? '', onlyTo[0] ?? '')) {
    const isWhole = similarity.score === 0
    const text = `\`${onlyTo[0]}\` is another word for \`${onlyFrom[0]}\``
    found.push(sign(isWhole ? pairWeights.nameIsSynonym : pairWeights.wordIsSynonym, text))
  }
  const unitWords = [...onlyFrom, ...onlyTo]
  if (similarity.score > 0 && unitWords.every((word) => units.has(word)) && unitWords.some((word) => word !== 'in')) {
    found.push(sign(pairWeights.unitAdded, 'The names differ only in a unit'))
  }
  const isOfTable = (word: string) => table.includes(word)
  if (similarity.score > 0 && [...onlyFrom, ...onlyTo].every(isOfTable)) {
    found.push(sign(pairWeights.wordsOfTable, "The names differ only in words of the table's own name"))
  }
  return found
}

/** True when the names differ in a unit, which explains another kind of number. */
export function isOtherUnit(
  { onlyFrom, onlyTo }: NameSimilarity,
  from: LogicalType | null,
  to: LogicalType | null,
): boolean {
  const words = [...onlyFrom, ...onlyTo]
  return words.length > 0 && words.every((word) => units.has(word)) && numbers.includes(from) && numbers.includes(to)
}
