import { type StatusSize, statusClass } from './status-class'

export type Risk = 'low' | 'medium' | 'high'
export type RiskBadgeProps = { risk: Risk; word?: string; size?: StatusSize; isBare?: boolean }

const faces: Record<Risk, { word: string; colour: string; top: number; height: number }> = {
  low: { word: 'Low', colour: 'text-(--hg-risk-low)', top: 8.5, height: 3 },
  medium: { word: 'Medium', colour: 'text-(--hg-risk-medium)', top: 5.5, height: 6 },
  high: { word: 'High', colour: 'text-(--hg-risk-high)', top: 2, height: 9.5 },
}

/** Risk as a channel in section, filled by how much. `isBare` only where the word stands in the same cell or group. */
export function RiskBadge({ risk, word, size = 'row', isBare = false }: RiskBadgeProps) {
  const face = faces[risk]
  const pixels = size === 'row' ? 14 : 16
  const drawing = (
    <svg viewBox="0 0 16 16" width={pixels} height={pixels} aria-hidden="true" className="block shrink-0">
      <path d="M2.75 2v11.25h10.5V2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="4.5" y={face.top} width="7" height={face.height} fill="currentColor" />
    </svg>
  )
  if (isBare) {
    const label = `${face.word} risk`
    return (
      <span role="img" aria-label={label} title={label} className={statusClass(face.colour, size)}>
        {drawing}
      </span>
    )
  }
  return (
    <span className={statusClass(face.colour, size)}>
      {drawing}
      <span>{word ?? face.word}</span>
    </span>
  )
}
