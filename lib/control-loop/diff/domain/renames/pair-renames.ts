import type { RenameSuggestion } from '@/lib/control-loop/diff/domain/change'
import { assignPairs, type UtilityPair } from './assign-pairs'
import { findSubstitutions, substitutionKey } from './find-substitutions'
import type { RenameCandidate, RenameContext } from './rename-context'
import { pairKey } from './rename-context'
import { addEvidence, type WeighedPair, weighCandidates } from './weigh-candidates'
import { pairWeights, sign, toConfidence } from './weigh-pair'

/** At or above it a pair is suggested. High, because a false rename moves settings and history to a stranger; a missed one costs a click. */
export const renameThreshold = 0.8
/** Between this and the threshold a pair is worth a look and nothing more. */
export const suspicionThreshold = 0.3
/** A whole pairing this close to the best one, in log-odds, is as likely. */
const rivalMargin = 0.7
/** What a person's word is worth beside any evidence. */
const decidedUtility = 1_000

export interface PairedRenames {
  suggestions: RenameSuggestion[]
  suspected: RenameSuggestion[]
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
  const decisions = new Map(context.decisions.map((decision) => [pairKey(decision), decision.same]))
  const tables = groupByTable(removed, added).map((group) => weighCandidates(group.removed, group.added, context))
  weighSubstitutions(tables.flat())
  const result: PairedRenames = { suggestions: [], suspected: [] }
  for (const pairs of tables) assignTable(pairs, decisions, result)
  const byConfidence = (one: RenameSuggestion, other: RenameSuggestion) =>
    other.confidence - one.confidence || compare(pairKey(one), pairKey(other))
  return { suggestions: result.suggestions.sort(byConfidence), suspected: result.suspected.sort(byConfidence) }
}

/** Seen over all tables of the step: a word replaced throughout shows in the second column that has it. */
function weighSubstitutions(pairs: readonly WeighedPair[]): void {
  const named = pairs.map(({ removed: { table, column }, added, similarity }) => ({
    table,
    from: column,
    to: added.column,
    similarity,
  }))
  const substitutions = findSubstitutions(named)
  for (const pair of pairs) {
    const key = substitutionKey(pair.similarity)
    if (key !== null && substitutions.has(key)) {
      addEvidence(
        pair,
        sign(pairWeights.sameWordReplacedElsewhere, 'Other columns of this step had the same words replaced'),
      )
    }
  }
}

function assignTable(
  pairs: readonly WeighedPair[],
  decisions: ReadonlyMap<string, boolean>,
  result: PairedRenames,
): void {
  const floor = Math.log(suspicionThreshold / (1 - suspicionThreshold))
  const useful: (UtilityPair & { weighed: WeighedPair })[] = []
  for (const weighed of pairs) {
    const decision = decisions.get(weighed.key)
    const utility = decision === true ? decidedUtility : weighed.logOdds - floor
    if (decision === false || utility <= 0) continue
    useful.push({ from: weighed.removed.column, to: weighed.added.column, utility, weighed })
  }
  for (const { pair, margin } of assignPairs(useful)) {
    const { weighed } = pair
    const isDecided = decisions.get(weighed.key) === true
    const rival = useful.find((other) => other !== pair && (other.from === pair.from || other.to === pair.to))
    if (!isDecided && rival !== undefined && margin < rivalMargin) {
      const name = rival.from === pair.from ? rival.to : rival.from
      addEvidence(weighed, sign(pairWeights.rivalFitsAsWell, `\`${name}\` fits as well`))
    }
    const suggestion = toSuggestion(weighed, isDecided)
    if (suggestion.confidence >= renameThreshold) result.suggestions.push(suggestion)
    else if (suggestion.confidence >= suspicionThreshold) result.suspected.push(suggestion)
  }
}

function toSuggestion({ removed, added, logOdds, evidence }: WeighedPair, isDecided: boolean): RenameSuggestion {
  const decided = { verdict: 'for' as const, text: 'A person said they are the same', measure: null }
  return {
    schema: removed.schema,
    table: removed.table,
    from: removed.column,
    to: added.column,
    confidence: isDecided ? 1 : toConfidence(logOdds),
    evidence: [...(isDecided ? [decided] : []), ...evidence.map((entry) => entry.evidence)],
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
  const byColumn = (one: RenameCandidate, other: RenameCandidate) => compare(one.column, other.column)
  for (const candidate of [...removed].sort(byColumn)) groupOf(candidate).removed.push(candidate)
  for (const candidate of [...added].sort(byColumn)) groupOf(candidate).added.push(candidate)
  return [...groups.values()]
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
