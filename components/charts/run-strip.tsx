import { prepareRunStrip, type RunOutcome } from './prepare-run-strip'

export type RunStripProps = {
  /** Oldest first. */
  outcomes: readonly RunOutcome[]
  count?: number
}

/** The last runs as bars: height first, colour second. */
export function RunStrip({ outcomes, count }: RunStripProps) {
  const { bars, width, summary } = prepareRunStrip(outcomes, count)
  return (
    <svg
      width={width}
      height="16"
      viewBox={`0 0 ${width} 16`}
      role="img"
      aria-label={summary}
      className="block shrink-0"
    >
      {bars.map((bar) => (
        <rect key={bar.id} x={bar.x} y={bar.y} width="4" height={bar.height} rx=".5" fill={bar.fill} />
      ))}
    </svg>
  )
}
