import type { TableState } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { blockPairs } from './block-pairs'
import { compareNames } from './name-similarity'
import { tokeniseName } from './tokenise-name'

/** A table that went or came. */
export interface TableCandidate {
  schema: string
  table: string
  state: Pick<TableState, 'columns'>
}

export interface TableRenameSuggestion {
  schema: string
  from: string
  to: string
  confidence: number
}

/** At or above it the two tables are taken for one. */
export const tableRenameThreshold = 0.8
/** Above this many pairs only those sharing a word or column few have are weighed. */
const pairsMax = 40_000
/** Columns nearly every table has; sharing them says nothing about two tables. */
const ubiquitous = new Set(['id', 'created at', 'updated at', 'deleted at', 'name'])

/**
 * Which dropped table may be which added one of the same schema, each used once, by the columns they share and by their names.
 * Two tables without a telling column in common are never paired by name alone.
 */
export function pairTableRenames(
  removed: readonly TableCandidate[],
  added: readonly TableCandidate[],
): TableRenameSuggestion[] {
  const pairs: TableRenameSuggestion[] = []
  const [before, after] = [removed.map(prepare), added.map(prepare)]
  const worthWeighing = blockPairs(before, after, pairsMax)
  for (const from of before) {
    for (const to of worthWeighing(from)) {
      if (from.schema !== to.schema) continue
      const confidence = confidenceOf(from, to)
      if (confidence < tableRenameThreshold) continue
      pairs.push({ schema: from.schema, from: from.table, to: to.table, confidence })
    }
  }
  pairs.sort(
    (one, other) => other.confidence - one.confidence || compare(one.from, other.from) || compare(one.to, other.to),
  )
  const used = new Set<string>()
  return pairs.filter(({ schema, from, to }) => {
    const [one, other] = [JSON.stringify(['from', schema, from]), JSON.stringify(['to', schema, to])]
    if (used.has(one) || used.has(other)) return false
    used.add(one).add(other)
    return true
  })
}

interface Prepared {
  schema: string
  table: string
  name: readonly string[]
  columns: ReadonlyMap<string, string | null>
  /** What tables are found by where there are too many: words of the name, whole names of columns. */
  words: readonly string[]
}

function prepare(candidate: TableCandidate): Prepared {
  const name = tokeniseName(candidate.table)
  const columns = columnWords(candidate)
  return { schema: candidate.schema, table: candidate.table, name, columns, words: [...name, ...columns.keys()] }
}

function confidenceOf(from: Prepared, to: Prepared): number {
  const [one, other] = [from.columns, to.columns]
  let shared = 0
  let all = 0
  let telling = 0
  for (const [column, type] of one) {
    const weight = ubiquitous.has(column) ? 0.3 : 1
    all += weight
    if (!other.has(column)) continue
    shared += other.get(column) === type ? weight : weight / 2
    if (weight === 1) telling += 1
  }
  for (const column of other.keys()) if (!one.has(column)) all += ubiquitous.has(column) ? 0.3 : 1
  const overlap = all === 0 ? 0 : shared / all
  const name = compareNames(from.name, to.name)
  if (telling === 0 && !(overlap === 1 && name.sharedMeaning.length > 0)) return 0
  const nameWeight = name.relation === 'same' ? 3 : 2 * name.score
  const opposed = name.opposed === null ? 0 : -2
  // Half the telling columns shared is even odds; each further tenth counts about a factor of two and a half.
  return 1 / (1 + Math.exp(-(9 * (overlap - 0.5) + nameWeight + Math.min(telling, 4) * 0.3 + opposed)))
}

function columnWords({ state }: TableCandidate): Map<string, string | null> {
  return new Map(Object.entries(state.columns).map(([name, column]) => [tokeniseName(name).join(' '), column.type]))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
