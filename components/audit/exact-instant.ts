import { formatDay } from '@/components/ui/format-time'

/** A stored moment to the thousandth: "Thu 12 Nov 2026, 09:51:07.442 UTC". The year is always there: it is a record. */
export function exactInstant(at: string): string {
  const date = new Date(at)
  return `${formatDay(date, 0)}, ${date.toISOString().slice(11, 23)} UTC`
}
