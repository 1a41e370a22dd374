export type RunOutcome = 'pass' | 'warn' | 'fail' | 'none'

export type RunBar = { id: string; x: number; y: number; height: number; fill: string }
export type RunStripDrawing = { bars: RunBar[]; width: number; summary: string }

const barWidth = 4
const pitch = 6
const stripHeight = 16

const faces: Record<RunOutcome, { height: number; fill: string; word: string }> = {
  pass: { height: 6, fill: 'var(--hg-level-2)', word: 'passed' },
  warn: { height: 11, fill: 'var(--hg-level-3)', word: 'warned' },
  fail: { height: 16, fill: 'var(--hg-level-4)', word: 'failed' },
  none: { height: 2, fill: 'var(--hg-ink-off)', word: 'did not run' },
}

/** Outcomes in, oldest first; bars and the sentence for readers out. Only the last `count` are drawn, older gaps stay empty. */
export function prepareRunStrip(outcomes: readonly RunOutcome[], count = 20): RunStripDrawing {
  const shown = outcomes.slice(-count)
  const firstX = (count - shown.length) * pitch
  const bars = shown.map((outcome, index) => {
    const face = faces[outcome]
    return {
      id: `run-${index}`,
      x: firstX + index * pitch,
      y: stripHeight - face.height,
      height: face.height,
      fill: face.fill,
    }
  })
  return { bars, width: count * pitch - (pitch - barWidth), summary: summarise(shown) }
}

function summarise(outcomes: readonly RunOutcome[]): string {
  if (outcomes.length === 0) return 'No runs yet'
  const words = (['fail', 'warn', 'pass', 'none'] as const)
    .map((outcome) => ({ outcome, times: outcomes.filter((candidate) => candidate === outcome).length }))
    .filter(({ times }) => times > 0)
    .map(({ outcome, times }) => `${times} ${faces[outcome].word}`)
  return `Last ${outcomes.length} runs: ${words.join(', ')}`
}
