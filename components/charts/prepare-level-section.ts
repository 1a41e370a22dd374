export type LevelStage = {
  key: string
  name: string
  /** Items in this stage now. */
  now: number
  /** The 28-day median; null while it is learnt. */
  usual: number | null
  /** Persons are awaited here. */
  isWait?: boolean
  /** Behind the gate. */
  isBehindGate?: boolean
}

export type LevelSurface = { key: string; heightPx: number; usualPx: number | null; kind: 'still' | 'wait' | 'flow' }

/** The room above the bed of the channel. */
export const channelHeightPx = 30

const leastVisiblePx = 2

/** Stages in, the height of each surface and of its usual tick out: one linear scale for all, zero at the bed. */
export function prepareLevelSection(stages: readonly LevelStage[]): LevelSurface[] {
  const most = Math.max(1, ...stages.map((stage) => Math.max(stage.now, stage.usual ?? 0)))
  const height = (items: number) => {
    if (items <= 0) return 0
    return Math.max(leastVisiblePx, Math.round((items / most) * channelHeightPx * 10) / 10)
  }
  return stages.map((stage) => ({
    key: stage.key,
    heightPx: height(stage.now),
    usualPx: stage.usual === null ? null : height(stage.usual),
    kind: stage.isBehindGate ? 'flow' : stage.isWait ? 'wait' : 'still',
  }))
}
