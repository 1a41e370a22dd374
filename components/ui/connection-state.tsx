import { CalendarClock, Check, CircleDashed, ClockAlert, Unplug, WavesArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { GateDrawing } from './gate-drawing'
import { Icon } from './icon'
import { type StatusSize, statusClass } from './status-class'

export type ConnectionStateKind =
  | 'on-schedule'
  | 'syncing'
  | 'late'
  | 'rescheduled'
  | 'paused'
  | 'broken'
  | 'applying'
  | 'incomplete'
export type ConnectionStateProps = {
  state: ConnectionStateKind
  /** The exact words: "Late by 2 h 10 min", "Syncing, 2 min", "Broken: reconnect". */
  word?: string
  size?: StatusSize
}

const faces: Record<ConnectionStateKind, { word: string; colour: string; glyph: (size: 14 | 16) => ReactNode }> = {
  'on-schedule': { word: 'On schedule', colour: 'text-ink-2', glyph: (size) => <Icon of={Check} size={size} /> },
  syncing: { word: 'Syncing', colour: 'text-water-ink', glyph: (size) => <Icon of={WavesArrowDown} size={size} /> },
  late: { word: 'Late', colour: 'text-warn-ink', glyph: (size) => <Icon of={ClockAlert} size={size} /> },
  rescheduled: { word: 'Rescheduled', colour: 'text-ink-2', glyph: (size) => <Icon of={CalendarClock} size={size} /> },
  paused: { word: 'Paused', colour: 'text-ink-2', glyph: (size) => <GateDrawing glyph="paused" size={size} /> },
  broken: { word: 'Broken', colour: 'text-bad-ink', glyph: (size) => <Icon of={Unplug} size={size} /> },
  applying: {
    word: 'Applying',
    colour: 'text-water-ink',
    glyph: (size) => <GateDrawing glyph="applying" size={size} />,
  },
  incomplete: { word: 'Not set up', colour: 'text-ink-3', glyph: (size) => <Icon of={CircleDashed} size={size} /> },
}

/** Whether a connection delivers. Healthy is grey: colour is for what needs someone. */
export function ConnectionState({ state, word, size = 'row' }: ConnectionStateProps) {
  const face = faces[state]
  return (
    <span className={statusClass(face.colour, size)}>
      {face.glyph(size === 'row' ? 14 : 16)}
      <span>{word ?? face.word}</span>
    </span>
  )
}
