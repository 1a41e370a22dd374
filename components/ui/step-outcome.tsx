import { Check, Equal, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { GateDrawing } from './gate-drawing'
import { Icon } from './icon'
import { statusClass } from './status-class'

export type StepOutcomeKind = 'done' | 'already-so' | 'changed-by-someone' | 'failed' | 'waits' | 'running' | 'skipped'
export type StepOutcomeProps = { outcome: StepOutcomeKind; word?: string }

const faces: Record<StepOutcomeKind, { word: string; colour: string; glyph: ReactNode }> = {
  done: { word: 'Done', colour: 'text-water-ink', glyph: <Icon of={Check} /> },
  'already-so': { word: 'Already so', colour: 'text-ink-2', glyph: <Icon of={Equal} /> },
  'changed-by-someone': {
    word: 'Changed by someone else',
    colour: 'text-warn-ink',
    glyph: <GateDrawing glyph="stale" />,
  },
  failed: { word: 'Failed', colour: 'text-bad-ink', glyph: <GateDrawing glyph="failed" /> },
  waits: { word: 'Waits', colour: 'text-ink-3', glyph: <Icon of={Minus} /> },
  running: { word: 'Running', colour: 'text-water-ink', glyph: <GateDrawing glyph="applying" /> },
  skipped: { word: 'Untouched', colour: 'text-ink-3', glyph: <Icon of={Minus} /> },
}

/** What became of one step. `word` refines it while it runs: "Reading back". */
export function StepOutcome({ outcome, word }: StepOutcomeProps) {
  const face = faces[outcome]
  return (
    <span className={statusClass(face.colour)}>
      {face.glyph}
      <span>{word ?? face.word}</span>
    </span>
  )
}
