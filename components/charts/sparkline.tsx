import { prepareSparkline } from './prepare-sparkline'

export type SparklineProps = {
  /** Shares by day, oldest first; null is a gap. */
  shares: readonly (number | null)[]
}

/** A line of a few days beside its number. */
export function Sparkline({ shares }: SparklineProps) {
  const { paths, end, summary } = prepareSparkline(shares)
  return (
    <svg
      width="64"
      height="20"
      viewBox="0 0 64 20"
      role="img"
      aria-label={summary}
      className="block shrink-0 text-ink-2"
    >
      {end === null && <path d="M3 10H61" stroke="var(--hg-ink-off)" strokeDasharray="2 3" fill="none" />}
      {paths.map((path) => (
        <path key={path} d={path} fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />
      ))}
      {end && <circle cx={end.x} cy={end.y} r="1.75" fill="currentColor" />}
    </svg>
  )
}
