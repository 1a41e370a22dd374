/** One measurement of a table as it was judged, reduced over its columns. */
export interface JudgedDay {
  day: string
  measuredAt: Date
  state: string
  drifted: number
  /** Columns of which anything could be said. */
  told: number
  score: number | null
  psi: number | null
  distance: number | null
}

export interface DayCell {
  day: string
  state: 'none' | 'learning' | 'judged' | 'cannot-tell'
  drifted: number
  score: number | null
  psi: number | null
  distance: number | null
}

/** A cell for each day in order: the last measurement of the day. A day without one is `none`, which is not the same as a day without drift. */
export function countDays(days: readonly string[], judged: readonly JudgedDay[]): DayCell[] {
  const last = new Map<string, JudgedDay>()
  for (const one of judged) {
    const known = last.get(one.day)
    if (known === undefined || known.measuredAt <= one.measuredAt) last.set(one.day, one)
  }
  return days.map((day) => {
    const one = last.get(day)
    if (one === undefined) return { day, state: 'none', drifted: 0, score: null, psi: null, distance: null }
    const { drifted, score, psi, distance } = one
    const state = one.state === 'learning' ? 'learning' : one.told === 0 ? 'cannot-tell' : 'judged'
    return { day, state, drifted, score, psi, distance }
  })
}
