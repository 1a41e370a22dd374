import { formatSpan } from '@/components/ui/format-time'

export type FreshnessDrawing = {
  percent: number
  level: 'well' | 'watch' | 'over'
  /** "40 min", or "never". */
  ageText: string
  /** "1 h", or null when nothing was promised. */
  targetText: string | null
}

/** From this many times the promised age on, late becomes broken: one missed sync is a watch, several are not. */
const overAtShare = 4

/**
 * How old the data is and how old it may be, in; a bar out. Nothing promised draws no bar, never synced is over when something
 * was promised.
 */
export function prepareFreshness(ageMs: number | null, targetMs: number | null): FreshnessDrawing {
  const targetText = targetMs === null ? null : formatSpan(targetMs)
  const ageText = ageMs === null ? 'never' : formatSpan(ageMs)
  if (targetMs === null || targetMs <= 0) return { percent: 0, level: 'well', ageText, targetText }
  if (ageMs === null) return { percent: 100, level: 'over', ageText, targetText }
  const share = Math.max(0, ageMs) / targetMs
  const level = share > overAtShare ? 'over' : share > 1 ? 'watch' : 'well'
  return { percent: Math.round(Math.min(1, share) * 100), level, ageText, targetText }
}
