export interface UtilityPair {
  from: string
  to: string
  /** Above 0; what pairing the two is worth. Pairs not given are worth nothing. */
  utility: number
}

export interface AssignedPair<Pair> {
  pair: Pair
  /** What the best other way of pairing everything would lose. Small: the choice is close to a coin toss. */
  margin: number
}

/** The exact method is cubic, and asked once more per pair; beyond this many names on a side the greedy one takes over. */
const exactMax = 32

/**
 * The one-to-one choice of pairs worth most together. Considering them together matters: a name that fits two goes where the other has no
 * choice. Ties are broken by the order of `pairs`, so the caller sorts them by name.
 */
export function assignPairs<Pair extends UtilityPair>(pairs: readonly Pair[]): AssignedPair<Pair>[] {
  return components(pairs).flatMap((component) => {
    const froms = [...new Set(component.map((pair) => pair.from))]
    const tos = [...new Set(component.map((pair) => pair.to))]
    return Math.max(froms.length, tos.length) > exactMax
      ? assignGreedily(component)
      : assignExactly(component, froms, tos)
  })
}

function assignExactly<Pair extends UtilityPair>(
  pairs: readonly Pair[],
  froms: string[],
  tos: string[],
): AssignedPair<Pair>[] {
  const rows = new Map(froms.map((name, index) => [name, index]))
  const columns = new Map(tos.map((name, index) => [name, index]))
  const size = Math.max(froms.length, tos.length)
  const utilities = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  const at = (pair: Pair) => ({ row: rows.get(pair.from) ?? 0, column: columns.get(pair.to) ?? 0 })
  for (const pair of pairs) {
    const { row, column } = at(pair)
    const line = utilities[row]
    if (line !== undefined) line[column] = pair.utility
  }
  const best = solve(utilities)
  const total = worthOf(utilities, best)
  return pairs
    .filter((pair) => best[at(pair).row] === at(pair).column)
    .map((pair) => {
      const { row, column } = at(pair)
      const without = utilities.map((line, index) => (index === row ? line.with(column, 0) : line))
      return { pair, margin: total - worthOf(without, solve(without)) }
    })
}

function worthOf(utilities: readonly number[][], columnOfRow: readonly number[]): number {
  return columnOfRow.reduce((sum, column, row) => sum + (utilities[row]?.[column] ?? 0), 0)
}

/** The Hungarian method with potentials, on a square matrix: for each row the column of the assignment with the greatest sum. */
function solve(utilities: readonly number[][]): number[] {
  const size = utilities.length
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOfColumn = new Int32Array(size + 1)
  const cameFrom = new Int32Array(size + 1)
  for (let row = 1; row <= size; row += 1) {
    rowOfColumn[0] = row
    let column = 0
    const slack = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const visited = new Uint8Array(size + 1)
    do {
      visited[column] = 1
      const current = rowOfColumn[column] ?? 0
      let least = Number.POSITIVE_INFINITY
      let next = 0
      for (let candidate = 1; candidate <= size; candidate += 1) {
        if (visited[candidate] === 1) continue
        const cost = -(utilities[current - 1]?.[candidate - 1] ?? 0)
        const reduced = cost - (rowPotential[current] ?? 0) - (columnPotential[candidate] ?? 0)
        if (reduced < (slack[candidate] ?? 0)) {
          slack[candidate] = reduced
          cameFrom[candidate] = column
        }
        if ((slack[candidate] ?? 0) < least) {
          least = slack[candidate] ?? 0
          next = candidate
        }
      }
      for (let index = 0; index <= size; index += 1) {
        if (visited[index] === 1) {
          const owner = rowOfColumn[index] ?? 0
          rowPotential[owner] = (rowPotential[owner] ?? 0) + least
          columnPotential[index] = (columnPotential[index] ?? 0) - least
        } else slack[index] = (slack[index] ?? 0) - least
      }
      column = next
    } while ((rowOfColumn[column] ?? 0) !== 0)
    while (column !== 0) {
      const previous = cameFrom[column] ?? 0
      rowOfColumn[column] = rowOfColumn[previous] ?? 0
      column = previous
    }
  }
  const columnOfRow = new Array<number>(size).fill(-1)
  for (let column = 1; column <= size; column += 1) columnOfRow[(rowOfColumn[column] ?? 0) - 1] = column - 1
  return columnOfRow
}

function assignGreedily<Pair extends UtilityPair>(pairs: readonly Pair[]): AssignedPair<Pair>[] {
  const usedFrom = new Set<string>()
  const usedTo = new Set<string>()
  const assigned: AssignedPair<Pair>[] = []
  const sorted = [...pairs].sort((one, other) => other.utility - one.utility)
  for (const pair of sorted) {
    if (usedFrom.has(pair.from) || usedTo.has(pair.to)) continue
    const rival = sorted.find((other) => other !== pair && (other.from === pair.from || other.to === pair.to))
    assigned.push({ pair, margin: pair.utility - (rival?.utility ?? 0) })
    usedFrom.add(pair.from)
    usedTo.add(pair.to)
  }
  return assigned
}

/** Groups of pairs that share no name with another group: each is decided on its own. */
function components<Pair extends UtilityPair>(pairs: readonly Pair[]): Pair[][] {
  const parent = new Map<string, string>()
  const rootOf = (node: string): string => {
    let root = node
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    parent.set(node, root)
    return root
  }
  for (const { from, to } of pairs) {
    const [one, other] = [rootOf(`from ${from}`), rootOf(`to ${to}`)]
    parent.set(one, other)
    parent.set(other, other)
  }
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const root = rootOf(`from ${pair.from}`)
    groups.set(root, [...(groups.get(root) ?? []), pair])
  }
  return [...groups.values()]
}
