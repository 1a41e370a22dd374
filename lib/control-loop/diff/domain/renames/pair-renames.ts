import type { RenameSuggestion } from '@/lib/control-loop/diff/domain/change'
import { findSubstitutions, substitutionKey } from './find-substitutions'
import { compareNames, type NameSimilarity } from './name-similarity'
import { pairKey, type RenameCandidate, type RenameContext } from './rename-context'
import { tokeniseName } from './tokenise-name'
import {
  pairWeights,
  sign,
  toConfidence,
  type WeighedEvidence,
  weighNames,
  weighStates,
  weighValues,
} from './weigh-pair'

/** At or above it a pair is suggested. High, because a false rename moves settings and history to a stranger; a missed one costs a click. */
export const renameThreshold = 0.8
/** Between this and the threshold a pair is worth a look and nothing more. */
const suspectedMin = 0.3
/** Two log-odds this close are the same fit. */
const rivalMargin = 0.7
/** Above this many pairs in one table only those sharing a word are weighed. */
const pairsMax = 2_500

export interface PairedRenames {
  suggestions: RenameSuggestion[]
  suspected: RenameSuggestion[]
}

interface WeighedPair {
  removed: RenameCandidate
  added: RenameCandidate
  similarity: NameSimilarity
  logOdds: number
  evidence: WeighedEvidence[]
}

/**
 * Which dropped column may be which added one of the same table, each used once. Suggestions only: until a person confirms it a pair stays
 * one drop and one add. The same lists in another order give the same pairs.
 */
export function pairRenames(
  removed: readonly RenameCandidate[],
  added: readonly RenameCandidate[],
  context: RenameContext,
): PairedRenames {
  const byTable = groupByTable(removed, added)
  const pairs = [...byTable.values()].flatMap((group) => weighTable(group.removed, group.added, context))
  const named = pairs.map(({ removed: { table, column }, added: to, similarity }) => ({
    table,
    from: column,
    to: to.column,
    similarity,
  }))
  const substitutions = findSubstitutions(named)
  for (const pair of pairs) {
    const key = substitutionKey(pair.similarity)
    if (key !== null && substitutions.has(key)) {
      add(pair, sign(pairWeights.sameWordReplacedElsewhere, 'Other columns of this step had the same words replaced'))
    }
  }
  for (const rivals of groupPairs(pairs)) weighRivals(rivals)
  return assign(pairs, context)
}

function weighTable(removed: RenameCandidate[], added: RenameCandidate[], context: RenameContext): WeighedPair[] {
  const values = new Map(context.valueEvidence?.map((entry) => [pairKey(entry), entry]))
  const onsets = new Map(context.nullOnset?.map((entry) => [pairKey(entry), entry.coincides]))
  const from = removed.map((candidate) => ({ candidate, words: tokeniseName(candidate.column) }))
  const to = added.map((candidate) => ({ candidate, words: tokeniseName(candidate.column) }))
  const isLarge = from.length * to.length > pairsMax
  const isOnlyPair = from.length === 1 && to.length === 1
  const pairs: WeighedPair[] = []
  for (const one of from) {
    for (const other of to) {
      if (isLarge && !one.words.some((word) => word !== 'id' && other.words.includes(word))) continue
      const similarity = compareNames(one.words, other.words)
      const pair: WeighedPair = {
        removed: one.candidate,
        added: other.candidate,
        similarity,
        logOdds: pairWeights.prior,
        evidence: [],
      }
      const key = pairKey({ ...pathOf(one.candidate), from: one.candidate.column, to: other.candidate.column })
      add(
        pair,
        ...weighNames(similarity),
        ...weighStates(one.candidate.state, other.candidate.state),
        ...weighValues(values.get(key)),
      )
      const onset = onsets.get(key)
      if (onset === true)
        add(pair, sign(pairWeights.nullOnsetCoincides, 'One goes empty in the sync in which the other fills'))
      if (onset === false)
        add(pair, sign(pairWeights.nullOnsetApart, 'One goes empty at another time than the other fills'))
      if (isOnlyPair) add(pair, sign(pairWeights.onlyPairInTable, 'Nothing else went from or came to this table'))
      if (followsTable(one.words, other.words, context)) {
        add(pair, sign(pairWeights.referencedTableRenamed, 'The table it refers to was renamed the same way'))
      }
      pairs.push(pair)
    }
  }
  return pairs
}

/** `inventory_id` → `location_id` where table `inventories` is `locations` now: the words besides the shared ones are the tables' names. */
function followsTable(from: readonly string[], to: readonly string[], { tableRenames = [] }: RenameContext): boolean {
  return tableRenames.some((tables) => {
    const before = tokeniseName(tables.from).join(' ')
    const after = tokeniseName(tables.to).join(' ')
    const [one, other] = [` ${from.join(' ')} `, ` ${to.join(' ')} `]
    return before !== '' && one.includes(` ${before} `) && one.replace(` ${before} `, ` ${after} `) === other
  })
}

/** A pair is weaker when another column fits as well, and much weaker when one name was split over several or several joined in one. */
function weighRivals({ row, column, pair }: { row: WeighedPair[]; column: WeighedPair[]; pair: WeighedPair }): void {
  const isContained = (other: WeighedPair) => other.similarity.relation === 'contained'
  const splits = (others: WeighedPair[], side: 'onlyFrom' | 'onlyTo') =>
    isContained(pair) &&
    pair.similarity[side].length === 0 &&
    others.filter((other) => isContained(other) && other.similarity[side].length === 0).length > 1
  if (splits(row, 'onlyFrom') || splits(column, 'onlyTo')) {
    pair.evidence.push(
      sign(pairWeights.nameSplits, 'One name stands in several of the other side: split or joined rather than renamed'),
    )
  }
  const rival = [...row, ...column].find(
    (other) => other !== pair && other.logOdds >= pair.logOdds - rivalMargin && other.logOdds > pairWeights.prior + 1,
  )
  if (rival !== undefined) {
    const name = rival.removed === pair.removed ? rival.added.column : rival.removed.column
    pair.evidence.push(sign(pairWeights.rivalFitsAsWell, `\`${name}\` fits as well`))
  }
}

function* groupPairs(
  pairs: readonly WeighedPair[],
): Generator<{ row: WeighedPair[]; column: WeighedPair[]; pair: WeighedPair }> {
  const rows = new Map<RenameCandidate, WeighedPair[]>()
  const columns = new Map<RenameCandidate, WeighedPair[]>()
  const join = (groups: typeof rows, key: RenameCandidate, pair: WeighedPair) => {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [pair])
    else group.push(pair)
  }
  for (const pair of pairs) {
    join(rows, pair.removed, pair)
    join(columns, pair.added, pair)
  }
  for (const pair of pairs) yield { row: rows.get(pair.removed) ?? [], column: columns.get(pair.added) ?? [], pair }
}

function assign(pairs: readonly WeighedPair[], context: RenameContext): PairedRenames {
  const decisions = new Map(context.decisions.map((decision) => [pairKey(decision), decision.same]))
  const suggestions = pairs
    .map((pair) => toSuggestion(pair, decisions))
    .filter(({ suggestion, verdict }) => verdict !== false && suggestion.confidence >= suspectedMin)
    .sort((one, other) => other.suggestion.confidence - one.suggestion.confidence || compare(one.key, other.key))
  const used = new Set<RenameCandidate>()
  const result: PairedRenames = { suggestions: [], suspected: [] }
  for (const { suggestion, pair } of suggestions) {
    if (used.has(pair.removed) || used.has(pair.added)) continue
    used.add(pair.removed)
    used.add(pair.added)
    ;(suggestion.confidence >= renameThreshold ? result.suggestions : result.suspected).push(suggestion)
  }
  return result
}

function toSuggestion(pair: WeighedPair, decisions: ReadonlyMap<string, boolean>) {
  const name = { ...pathOf(pair.removed), from: pair.removed.column, to: pair.added.column }
  const key = pairKey(name)
  const verdict = decisions.get(key)
  const evidence = pair.evidence.map((entry) => entry.evidence)
  const logOdds = pair.evidence.reduce<number>((sum, entry) => sum + entry.weight, pairWeights.prior)
  const decided = { verdict: 'for' as const, text: 'A person said they are the same', measure: null }
  const suggestion: RenameSuggestion =
    verdict === true
      ? { ...name, confidence: 1, evidence: [decided, ...evidence] }
      : { ...name, confidence: toConfidence(logOdds), evidence }
  return { suggestion, pair, key, verdict }
}

function add(pair: WeighedPair, ...entries: WeighedEvidence[]): void {
  for (const entry of entries) {
    pair.logOdds += entry.weight
    pair.evidence.push(entry)
  }
}

function groupByTable(removed: readonly RenameCandidate[], added: readonly RenameCandidate[]) {
  const groups = new Map<string, { removed: RenameCandidate[]; added: RenameCandidate[] }>()
  const groupOf = (candidate: RenameCandidate) => {
    const key = JSON.stringify([candidate.schema, candidate.table])
    const group = groups.get(key) ?? { removed: [], added: [] }
    groups.set(key, group)
    return group
  }
  // Sorted, so that the order of the lists cannot decide a tie.
  for (const candidate of [...removed].sort(byColumn)) groupOf(candidate).removed.push(candidate)
  for (const candidate of [...added].sort(byColumn)) groupOf(candidate).added.push(candidate)
  return groups
}

const byColumn = (one: RenameCandidate, other: RenameCandidate) => compare(one.column, other.column)
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
const pathOf = ({ schema, table }: RenameCandidate) => ({ schema, table })
