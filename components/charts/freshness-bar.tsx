import { prepareFreshness } from './prepare-freshness'

export type FreshnessBarProps = {
  /** How old the newest data is; null when nothing ever arrived. */
  ageMs: number | null
  /** How old it may be; null when nothing was promised. */
  targetMs: number | null
}

const fills = { well: 'bg-ink-2', watch: 'bg-level-3', over: 'bg-level-4' } as const
const inks = { well: 'text-ink-2', watch: 'font-medium text-warn-ink', over: 'font-medium text-bad-ink' } as const

/** Freshness against its target: a 44 px bar and "40 min / 1 h". */
export function FreshnessBar({ ageMs, targetMs }: FreshnessBarProps) {
  const { percent, level, ageText, targetText } = prepareFreshness(ageMs, targetMs)
  return (
    <span className="inline-flex items-center gap-2 align-middle whitespace-nowrap">
      <span aria-hidden="true" className="block h-1 w-11 shrink-0 overflow-hidden rounded-full bg-surface-3">
        <span className={`block h-full rounded-full ${fills[level]}`} style={{ width: `${percent}%` }} />
      </span>
      <span className={`text-xs ${inks[level]}`}>
        {ageText}
        {targetText && (
          <span className="font-normal text-ink-3">
            {' / '}
            <span className="sr-only">target </span>
            {targetText}
          </span>
        )}
      </span>
    </span>
  )
}
