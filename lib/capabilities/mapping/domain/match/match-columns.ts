import { assignPairs } from '@/lib/control-loop/diff/domain/renames/assign-pairs'
import { blockPairs } from '@/lib/control-loop/diff/domain/renames/block-pairs'
import { tokeniseName } from '@/lib/control-loop/diff/domain/renames/tokenise-name'
import { readSourceType } from '@/lib/control-loop/snapshot/domain/source-type'
import { findSubjects } from './find-subjects'
import { type MatchColumn, weighMatch } from './weigh-match'

export interface ColumnToMatch {
  name: string
  type?: string | null | undefined
  description?: string | null | undefined
  samples?: readonly string[] | undefined
}

export interface ColumnMatch {
  source: string
  target: string
  confidence: number
  reasons: string[]
}

/** Below it a pair is not proposed; a person fills the gap faster than they find a wrong pair. */
export const matchThreshold = 0.5
/** Beyond so many pairs only those are weighed whose names share a word few have. */
const pairsMax = 250_000

/**
 * Which source column goes into which column of an existing table, one to one, best first. Names lead (with what the table is about set aside),
 * types, descriptions and samples tell between them; a column that fits nothing is left out.
 */
export function matchColumns(
  source: readonly ColumnToMatch[],
  target: readonly ColumnToMatch[],
  table?: string,
): ColumnMatch[] {
  const from = source.map(prepare)
  const to = target.map(prepare)
  const subjects = findSubjects(from, to, table === undefined ? [] : tokeniseName(table))
  const worthWeighing = blockPairs(from, to, pairsMax)
  const pairs = from.flatMap((one) =>
    worthWeighing(one).flatMap((other) => {
      const { logOdds, reasons } = weighMatch(one, other, subjects)
      return logOdds > -1 ? [{ from: one.name, to: other.name, utility: logOdds + 1, logOdds, reasons }] : []
    }),
  )
  return assignPairs(pairs)
    .map(({ pair, margin }) => {
      // Where another pairing is as good, half of them are wrong.
      const logOdds = margin < 0.3 ? Math.min(pair.logOdds, 0) : pair.logOdds
      return { source: pair.from, target: pair.to, confidence: 1 / (1 + Math.exp(-logOdds)), reasons: pair.reasons }
    })
    .filter(({ confidence }) => confidence >= matchThreshold)
    .sort((one, other) => other.confidence - one.confidence || (one.source < other.source ? -1 : 1))
}

function prepare({ name, type, description, samples }: ColumnToMatch): MatchColumn {
  return {
    name,
    words: tokeniseName(name),
    type: type == null ? null : readSourceType(type).type,
    description: tokeniseName(description ?? '').slice(0, 60),
    samples: new Set((samples ?? []).map((sample) => sample.trim()).filter((sample) => sample !== '')),
  }
}
