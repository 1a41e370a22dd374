import { prepareSparkline } from './prepare-sparkline'

export type SparklineProps = { values: readonly (number | null)[]; tone?: 'ink' | 'bad' }

/** A trend without an axis, 56 × 16, its last point marked. Silent to readers: the number stands beside it. */
export function Sparkline({ values, tone = 'ink' }: SparklineProps) {
  const { paths, last } = prepareSparkline(values)
  const colour = tone === 'bad' ? 'var(--hg-bad-ink)' : 'var(--hg-ink-3)'
  return (
    <svg width="56" height="16" viewBox="0 0 56 16" aria-hidden="true" className="block shrink-0">
      {paths.map((path) => (
        <path key={path} d={path} fill="none" stroke={colour} strokeWidth="1.25" strokeLinejoin="round" />
      ))}
      {last && <circle cx={last.x} cy={last.y} r="1.6" fill={colour} />}
    </svg>
  )
}
