import type { PastMeasure } from './expect-measure'
import { type HistoryJudgement, judgeRowCount } from './judge-row-count'

/**
 * Whether a table's number of rows is unusual, from its rows at past measurements. A table that grows is judged by how many rows came since the
 * measurement before, one that is written anew by how many it holds. Rows lost where rows usually come count as none that came.
 */
export function judgeTableRows(history: readonly PastMeasure[], latest: PastMeasure): HistoryJudgement {
  const past = history.filter(({ atMs }) => atMs < latest.atMs).sort((one, other) => one.atMs - other.atMs)
  const gains = past.slice(1).map(({ atMs, value }, at) => ({ atMs, value: value - (past[at]?.value ?? 0) }))
  const last = past.at(-1)
  const grows = gains.length > 0 && gains.filter(({ value }) => value > 0).length > gains.length / 2
  if (!grows || last === undefined) return judgeRowCount(past, latest)
  const came = { atMs: latest.atMs, value: Math.max(0, latest.value - last.value) }
  return judgeRowCount(
    gains.map(({ atMs, value }) => ({ atMs, value: Math.max(0, value) })),
    came,
  )
}
