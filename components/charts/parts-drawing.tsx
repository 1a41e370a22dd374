export type PartsDrawingProps = { rows: readonly number[]; outOf: number; label: string }

const width = 81
const shades = [1, 0.75, 0.5, 0.3] as const

/** The commonest values as parts of one bar, by their rows; the rest is left empty. */
export function PartsDrawing({ rows, outOf, label }: PartsDrawingProps) {
  if (outOf <= 0) return null
  let x = 0
  const parts = rows.slice(0, 8).map((count, at) => {
    const part = { x, width: Math.max(0, (count / outOf) * width - 0.5), opacity: shades[at] ?? 0.18 }
    x += (count / outOf) * width
    return part
  })
  return (
    <svg width={width} height="8" viewBox={`0 0 ${width} 8`} role="img" aria-label={label} className="block shrink-0">
      {parts.map((part) => (
        <rect
          key={part.x}
          x={part.x}
          y="0"
          width={part.width}
          height="8"
          fill="var(--hg-level-2)"
          opacity={part.opacity}
        />
      ))}
    </svg>
  )
}
