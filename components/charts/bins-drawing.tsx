import { prepareBins } from './prepare-bins'

export type BinsDrawingProps = { edges: readonly number[]; counts: readonly number[]; label: string }

/** How values lie, as small bars; the numbers stand beside it. */
export function BinsDrawing({ edges, counts, label }: BinsDrawingProps) {
  const bars = prepareBins(edges, counts)
  if (bars.length === 0) return null
  return (
    <svg width="81" height="18" viewBox="0 0 81 18" role="img" aria-label={label} className="block shrink-0">
      {bars.map((bar) => (
        <rect key={bar.x} x={bar.x} y={bar.y} width={bar.width} height={bar.height} fill="var(--hg-level-2)" />
      ))}
    </svg>
  )
}
