import { CircleCheck, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import { Icon } from './icon'
import { type StatusSize, statusClass } from './status-class'

export type Severity = 'safe' | 'dangerous' | 'breaking'
export type SeverityBadgeProps = { severity: Severity; size?: StatusSize }

const faces: Record<Severity, { word: string; colour: string; icon: LucideIcon }> = {
  safe: { word: 'Safe', colour: 'text-(--hg-sev-safe)', icon: CircleCheck },
  dangerous: { word: 'Dangerous', colour: 'text-(--hg-sev-dangerous)', icon: TriangleAlert },
  breaking: { word: 'Breaking', colour: 'text-(--hg-sev-breaking)', icon: OctagonX },
}

/** How much a change hurts its readers. */
export function SeverityBadge({ severity, size = 'row' }: SeverityBadgeProps) {
  const face = faces[severity]
  return (
    <span className={statusClass(face.colour, size)}>
      <Icon of={face.icon} size={size === 'row' ? 14 : 16} />
      <span>{face.word}</span>
    </span>
  )
}
