import type { SnapshotSummary } from '@/lib/control-loop/snapshot/contract'

type Numbered = Pick<SnapshotSummary, 'id' | 'number'>

/** The older of two chosen snapshots is the base, whatever order they were chosen in; null until there are two. */
export function preparePair(
  chosen: readonly string[],
  snapshots: readonly Numbered[],
): { base: Numbered; revision: Numbered } | null {
  const [one, other] = snapshots.filter(({ id }) => chosen.includes(id)).sort((a, b) => a.number - b.number)
  return one && other ? { base: one, revision: other } : null
}

/** The choice with one snapshot switched. A third choice pushes out the one chosen first. */
export function switchChosen(chosen: readonly string[], snapshotId: string): string[] {
  if (chosen.includes(snapshotId)) return chosen.filter((id) => id !== snapshotId)
  return [...chosen, snapshotId].slice(-2)
}
