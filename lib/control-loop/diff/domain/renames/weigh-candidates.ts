import { blockPairs } from './block-pairs'
import { compareNames, type NameSimilarity } from './name-similarity'
import { pairKey, type RenameCandidate, type RenameContext } from './rename-context'
import { tokeniseName } from './tokenise-name'
import { pairWeights, sign, type WeighedEvidence, weighNames, weighStates, weighValues } from './weigh-pair'
import { isOtherUnit, weighReplacedWords } from './weigh-replaced-words'

export interface WeighedPair {
  removed: RenameCandidate
  added: RenameCandidate
  key: string
  similarity: NameSimilarity
  logOdds: number
  evidence: WeighedEvidence[]
}

/** Above this many pairs in one table only those sharing a word few have are weighed. */
const pairsMax = 2_500

/** Every pair of a dropped and an added column of one table, with the evidence the pair has by itself. */
export function weighCandidates(
  removed: readonly RenameCandidate[],
  added: readonly RenameCandidate[],
  context: RenameContext,
): WeighedPair[] {
  const values = new Map(context.valueEvidence?.map((entry) => [pairKey(entry), entry]))
  const onsets = new Map(context.nullOnset?.map((entry) => [pairKey(entry), entry.coincides]))
  const tables = (context.tableRenames ?? []).map(({ from, to }) => ({
    from: tokeniseName(from),
    to: tokeniseName(to),
  }))
  const from = removed.map((candidate) => ({ candidate, words: tokeniseName(candidate.column) }))
  const to = added.map((candidate) => ({ candidate, words: tokeniseName(candidate.column) }))
  const tableWords = new Map(removed.map(({ table }) => [table, tokeniseName(table)]))
  const worthWeighing = blockPairs(from, to, pairsMax)
  const isOnlyPair = from.length === 1 && to.length === 1
  const pairs: WeighedPair[] = []
  for (const one of from) {
    for (const other of worthWeighing(one)) {
      const { schema, table, column } = one.candidate
      const key = pairKey({ schema, table, from: column, to: other.candidate.column })
      const similarity = compareNames(one.words, other.words)
      const pair: WeighedPair = {
        removed: one.candidate,
        added: other.candidate,
        key,
        similarity,
        logOdds: pairWeights.prior,
        evidence: [],
      }
      const [before, after] = [one.candidate.state, other.candidate.state]
      const otherUnit = isOtherUnit(similarity, before.type, after.type)
      addEvidence(pair, ...weighNames(similarity), ...weighReplacedWords(similarity, tableWords.get(table) ?? []))
      addEvidence(pair, ...weighStates(before, after, otherUnit))
      addEvidence(pair, ...weighValues(values.get(key)), ...weighOnset(onsets.get(key)))
      if (isOnlyPair)
        addEvidence(pair, sign(pairWeights.onlyPairInTable, 'Nothing else went from or came to this table'))
      if (tables.some((table) => followsTable(one.words, other.words, table))) {
        addEvidence(pair, sign(pairWeights.referencedTableRenamed, 'The table it refers to was renamed the same way'))
      }
      pairs.push(pair)
    }
  }
  weighSplits(pairs)
  return pairs
}

/** Adds evidence to a pair and its weight to the pair's odds. */
export function addEvidence(pair: Pick<WeighedPair, 'logOdds' | 'evidence'>, ...entries: WeighedEvidence[]): void {
  for (const entry of entries) {
    pair.logOdds += entry.weight
    pair.evidence.push(entry)
  }
}

function weighOnset(coincides: boolean | undefined): WeighedEvidence[] {
  if (coincides === undefined) return []
  return coincides
    ? [sign(pairWeights.nullOnsetCoincides, 'One goes empty in the sync in which the other fills')]
    : [sign(pairWeights.nullOnsetApart, 'One goes empty at another time than the other fills')]
}

/** `inventory_id` → `storage_location_id` where the table `inventories` is `storage_locations` now. */
function followsTable(
  from: readonly string[],
  to: readonly string[],
  table: { from: string[]; to: string[] },
): boolean {
  if (table.from.length === 0) return false
  const [before, after] = [` ${table.from.join(' ')} `, ` ${table.to.join(' ')} `]
  const [one, other] = [` ${from.join(' ')} `, ` ${to.join(' ')} `]
  return one.includes(before) && one.replace(before, after) === other
}

/** A name that stands whole in several names of the other side was split over them, or joined from them, rather than renamed. */
function weighSplits(pairs: readonly WeighedPair[]): void {
  const contained = pairs.filter((pair) => pair.similarity.relation === 'contained')
  const count = (select: (pair: WeighedPair) => RenameCandidate, side: 'onlyFrom' | 'onlyTo') => {
    const counts = new Map<RenameCandidate, number>()
    for (const pair of contained) {
      if (pair.similarity[side].length === 0) counts.set(select(pair), (counts.get(select(pair)) ?? 0) + 1)
    }
    return counts
  }
  const splits = count((pair) => pair.removed, 'onlyFrom')
  const joins = count((pair) => pair.added, 'onlyTo')
  for (const pair of contained) {
    const isSplit = pair.similarity.onlyFrom.length === 0 && (splits.get(pair.removed) ?? 0) > 1
    const isJoin = pair.similarity.onlyTo.length === 0 && (joins.get(pair.added) ?? 0) > 1
    if (isSplit)
      addEvidence(pair, sign(pairWeights.nameSplits, `\`${pair.removed.column}\` stands in several new names`))
    if (isJoin) addEvidence(pair, sign(pairWeights.nameSplits, `\`${pair.added.column}\` stands in several old names`))
  }
}
