import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { ChangesPerDay } from '../contract'

const days = 28
const dayMs = 86_400_000

/** How many changes were found on each of the last 28 UTC days, by severity. A day without any is there with zeros: it was watched. */
export async function countChangesPerDay(ctx: ServiceContext): Promise<ChangesPerDay> {
  const today = Math.floor(ctx.now().getTime() / dayMs)
  const since = new Date((today - days + 1) * dayMs)
  const rows = await db.$queryRaw<{ day: string; severity: string; found: number }[]>`
    SELECT to_char(detected_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, severity, count(*)::int AS found
    FROM change WHERE detected_at >= ${since} GROUP BY 1, 2`
  const found = (day: string, severity: string) =>
    rows.find((row) => row.day === day && row.severity === severity)?.found ?? 0
  return {
    days: Array.from({ length: days }, (_, index) => {
      const day = new Date((today - days + 1 + index) * dayMs).toISOString().slice(0, 10)
      return { day, breaking: found(day, 'breaking'), dangerous: found(day, 'dangerous'), safe: found(day, 'safe') }
    }),
  }
}
