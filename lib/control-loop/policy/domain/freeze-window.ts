import { z } from 'zod'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time as 18:00.')
const localInstant = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/)
const shared = {
  name: z.string().trim().min(1).max(80),
  zone: z.string().refine(isTimeZone, 'This time zone is not known.'),
  /** `everything` also holds what people start. */
  holds: z.enum(['automatic', 'everything']),
}

/** A span in which changes are held, in the wall time of its zone. A weekly one whose end is not after its start ends the next day. */
export const freezeWindowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('weekly'),
    ...shared,
    days: z.array(z.enum(weekdays)).min(1).max(7),
    from: clock,
    until: clock,
  }),
  z
    .object({ kind: z.literal('dated'), ...shared, from: localInstant, until: localInstant })
    .refine(({ from, until }) => until > from, { message: 'The end comes after the start.', path: ['until'] }),
])
export type FreezeWindow = z.infer<typeof freezeWindowSchema>

const order: Record<string, Weekday> = {
  Mon: 'mon',
  Tue: 'tue',
  Wed: 'wed',
  Thu: 'thu',
  Fri: 'fri',
  Sat: 'sat',
  Sun: 'sun',
}

/** The wall clock of a zone: `2026-11-25T18:00` and the weekday. */
function wallTime(at: Date, zone: string): { local: string; clock: string; day: Weekday } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  }).formatToParts(at)
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const time = `${get('hour')}:${get('minute')}`
  return {
    local: `${get('year')}-${get('month')}-${get('day')}T${time}`,
    clock: time,
    day: order[get('weekday')] ?? 'mon',
  }
}

const before = (day: Weekday): Weekday => weekdays[(weekdays.indexOf(day) + 6) % 7] ?? 'sun'

/** True when the instant lies in the window: its start belongs to it, its end does not. */
export function isInFreeze(window: FreezeWindow, at: Date): boolean {
  const now = wallTime(at, window.zone)
  if (window.kind === 'dated') return now.local >= window.from && now.local < window.until
  const { from, until, days } = window
  if (from < until) return days.includes(now.day) && now.clock >= from && now.clock < until
  return (days.includes(now.day) && now.clock >= from) || (days.includes(before(now.day)) && now.clock < until)
}

/** The first window that holds at this instant, of those that hold what is asked about; null when none does. */
export function findFreeze(
  windows: readonly FreezeWindow[],
  at: Date,
  startedBy: 'policy' | 'person',
): FreezeWindow | null {
  return (
    windows.find((window) => (startedBy === 'policy' || window.holds === 'everything') && isInFreeze(window, at)) ??
    null
  )
}

const dayNames: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** A window as a sentence without its full stop. */
export function describeFreeze(window: FreezeWindow): string {
  const what = window.holds === 'everything' ? 'Nothing is applied' : 'Nothing is applied by itself'
  if (window.kind === 'dated') {
    return `${what} from ${window.from.replace('T', ' ')} until ${window.until.replace('T', ' ')} (${window.zone})`
  }
  const list = new Intl.ListFormat('en', { type: 'conjunction' })
  const days = list.format(weekdays.filter((day) => window.days.includes(day)).map((day) => dayNames[day]))
  const end = window.from < window.until ? window.until : `${window.until} the next day`
  return `${what} on ${days} from ${window.from} until ${end} (${window.zone})`
}
