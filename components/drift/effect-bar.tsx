import type { DriftMeasure } from './drift-params'
import { measureFaces } from './measure-words'
import { levelFill, levelOf } from './prepare-strip'

export type EffectBarProps = { value: number | null; measure: DriftMeasure; error: number | null }

const width = 112

/** A figure as a bar with ticks at the bounds; of effects from bins, a whisker shows how far binning may have moved it. */
export function EffectBar({ value, measure, error }: EffectBarProps) {
  const [, watch, over] = measureFaces[measure].bounds
  const most = over * 2
  const x = (at: number) => Math.min(1, Math.max(0, at / most)) * width
  return (
    <svg viewBox={`0 0 ${width} 12`} width={width} height="12" aria-hidden="true" className="block">
      <rect y="4" width={width} height="5" fill="var(--hg-level-track)" />
      {value !== null && <rect y="4" width={x(value)} height="5" fill={levelFill(levelOf(value, measure))} />}
      {[watch, over].map((bound) => (
        <path key={bound} d={`M${x(bound)} 1v11`} stroke="var(--hg-ink-3)" strokeDasharray="1.5 1.5" />
      ))}
      {value !== null && error !== null && measure === 'distance' && (
        <path
          d={`M${x(value - error)} 4v5M${x(value + error)} 4v5M${x(value - error)} 6.5H${x(value + error)}`}
          stroke="var(--hg-ink)"
          fill="none"
        />
      )}
    </svg>
  )
}
