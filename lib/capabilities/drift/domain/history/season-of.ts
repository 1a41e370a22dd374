export interface Season {
  hour: number
  /** 0 is Sunday. */
  weekday: number
  /** The day of the month where it is one of the first or last three, counted from its end as −1, −2, −3; null in between. */
  monthEdge: number | null
}

/** Days at each end of a month that have a season of their own: closings, pay days and first-of-the-month runs. */
const edgeDays = 3

/** The seasons an instant lies in, by the clock of a place that is so many minutes ahead of UTC. */
export function seasonOf(atMs: number, utcOffsetMinutes = 0): Season {
  const local = new Date(atMs + utcOffsetMinutes * 60_000)
  const day = local.getUTCDate()
  const days = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate()
  const fromEnd = day - days - 1
  const monthEdge = day <= edgeDays ? day : fromEnd >= -edgeDays ? fromEnd : null
  return { hour: local.getUTCHours(), weekday: local.getUTCDay(), monthEdge }
}
