export type RailGate = 'closed' | 'open'

export type RailStage = {
  key: string
  name: string
  /** Beside the name: a clock time, a duration, "3 of 7 done". */
  time?: string | null
  /** One fact under the channel. */
  fact?: string | null
  state: 'done' | 'current' | 'ahead'
  /** 0 to 1, only for the current stage: how much of it has taken effect. */
  progress?: number
}

export type RailSegment = RailStage & { hasGate: boolean; fill: 'still' | 'flow' | 'none'; percent: number }

/**
 * Stages and the gate in, what to draw out. The gate stands at the stage keyed `review`, or at the first one when there is none.
 * The gate's own segment fills only when something behind it has taken effect, so that approved stays dry.
 */
export function prepareStageRail(stages: RailStage[], gate: RailGate): RailSegment[] {
  const gateAt = Math.max(
    0,
    stages.findIndex((stage) => stage.key === 'review'),
  )
  const isFlowing =
    gate === 'open' &&
    stages.some((stage, index) => index > gateAt && (stage.state === 'done' || (stage.progress ?? 0) > 0))
  return stages.map((stage, index) => {
    const hasGate = index === gateAt
    if (index < gateAt) {
      return { ...stage, hasGate, fill: 'still', percent: stage.state === 'done' ? 100 : progressPercent(stage) }
    }
    if (!isFlowing) return { ...stage, hasGate, fill: 'none', percent: 0 }
    const percent = hasGate || stage.state === 'done' ? 100 : progressPercent(stage)
    return { ...stage, hasGate, fill: 'flow', percent }
  })
}

function progressPercent(stage: RailStage): number {
  if (stage.state !== 'current') return 0
  return Math.round(Math.min(1, Math.max(0, stage.progress ?? 0)) * 1000) / 10
}
