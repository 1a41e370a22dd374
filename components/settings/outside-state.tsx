import { Check, CircleDashed, type LucideIcon, Unplug } from 'lucide-react'
import { Icon } from '@/components/ui/icon'
import { type StatusSize, statusClass } from '@/components/ui/status-class'

export type OutsideStateProps = {
  state: 'untested' | 'connected' | 'refused' | 'unreachable'
  /** Replaces the state's own word. */
  word?: string
  size?: StatusSize
}

const faces: Record<OutsideStateProps['state'], { word: string; colour: string; icon: LucideIcon }> = {
  untested: { word: 'Not tested yet', colour: 'text-ink-3', icon: CircleDashed },
  connected: { word: 'Connected', colour: 'text-good-ink', icon: Check },
  refused: { word: 'Refused', colour: 'text-bad-ink', icon: Unplug },
  unreachable: { word: 'Does not answer', colour: 'text-warn-ink', icon: Unplug },
}

/** How something outside answered at the last test. */
export function OutsideState({ state, word, size = 'row' }: OutsideStateProps) {
  const face = faces[state]
  return (
    <span className={statusClass(face.colour, size)}>
      <Icon of={face.icon} size={size === 'row' ? 14 : 16} />
      <span>{word ?? face.word}</span>
    </span>
  )
}
