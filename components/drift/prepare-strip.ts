import type { DriftCell } from '@/lib/capabilities/drift/contract'
import type { DriftMeasure } from './drift-params'
import { formatMeasure, measureFaces } from './measure-words'

export type CellLook = 'none' | 'learning' | 'cannot-tell' | 'level'
export interface StripCell {
  day: string
  look: CellLook
  /** 1 to 4; 0 where there is none. */
  level: 0 | 1 | 2 | 3 | 4
  title: string
}

const fills = ['none', 'var(--hg-level-1)', 'var(--hg-level-2)', 'var(--hg-level-3)', 'var(--hg-level-4)'] as const
export const levelFill = (level: StripCell['level']): string => fills[level]

/** The level of a value: how many of the measure's bounds it reached, from 1. */
export function levelOf(value: number | null, measure: DriftMeasure): StripCell['level'] {
  if (value === null) return 0
  const passed = measureFaces[measure].bounds.filter((bound) => value >= bound).length
  return passed === 0 ? 1 : passed === 1 ? 2 : passed === 2 ? 3 : 4
}

/** One row of the heat strip. What was not measured, is still learnt or cannot be told has a look of its own and no level. */
export function prepareStrip(cells: readonly DriftCell[], measure: DriftMeasure): StripCell[] {
  return cells.map((cell): StripCell => {
    const { day } = cell
    if (cell.state === 'none') return { day, look: 'none', level: 0, title: `${day}: not measured` }
    if (cell.state === 'learning') return { day, look: 'learning', level: 0, title: `${day}: learning what is normal` }
    if (cell.state === 'cannot-tell') return { day, look: 'cannot-tell', level: 0, title: `${day}: cannot tell` }
    const value = cell[measure]
    const level = levelOf(value, measure)
    const drifted = cell.drifted === 0 ? '' : `, ${cell.drifted} drifted`
    const title = `${day}: ${measureFaces[measure].word} ${formatMeasure(value)}${drifted}`
    return level === 0 ? { day, look: 'cannot-tell', level, title } : { day, look: 'level', level, title }
  })
}

/** A row in one sentence for readers: how many days stand at which look, and how it stands last. */
export function summariseStrip(cells: readonly StripCell[]): string {
  const over = cells.filter(({ level }) => level === 4).length
  const unmeasured = cells.filter(({ look }) => look === 'none').length
  const last = cells.at(-1)
  const parts = [
    `${cells.length} days`,
    over === 0 ? 'none over' : `${over} over`,
    unmeasured === 0 ? null : `${unmeasured} not measured`,
    last ? `last ${last.title}` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
