import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import { countStays, lastDays, type Stay, usualDays, usualOf } from '../domain/usual-level'

export type UsualLevels = Record<'observe' | 'propose' | 'review' | 'apply' | 'verify', number | null>

const perDaySchema = z.array(z.object({ day: z.coerce.number(), found: z.coerce.number() }))
const dayMs = 24 * 3_600_000
const closedStates = ['verified', 'rejected', 'superseded', 'expired'] as const

/**
 * What each stage usually holds: the median over the last 28 days, at this time of day. Observe and propose are counted by the day (changes found,
 * proposals drafted), the others by how many stood there. Null while there are fewer than seven days to look back on.
 */
export async function readUsualLevels(now: Date): Promise<UsualLevels> {
  const first = await db.auditEvent.findFirst({ orderBy: { seq: 'asc' }, select: { at: true } })
  const days = lastDays(now, first?.at ?? null)
  const since = new Date(now.getTime() - (usualDays + 1) * dayMs)
  const [changes, drafts, stays] = await Promise.all([
    db.$queryRaw`
      SELECT floor(extract(epoch FROM ${now}::timestamptz - detected_at) / 86400) AS day, count(*) AS found
      FROM change WHERE detected_at > ${since}::timestamptz GROUP BY 1`,
    db.$queryRaw`
      SELECT floor(extract(epoch FROM ${now}::timestamptz - created_at) / 86400) AS day, count(*) AS found
      FROM proposal WHERE created_at > ${since}::timestamptz GROUP BY 1`,
    findStays(since),
  ])
  const usualPerDay = (rows: unknown) => {
    const found = new Map(perDaySchema.parse(rows).map((row) => [row.day, row.found]))
    // Day 0 is not over: what it holds is `now`, not usual.
    return usualOf(days.map((_, day) => found.get(day + 1) ?? 0))
  }
  const usualStay = (stage: Stay[]) => usualOf(countStays(stage, days))
  return {
    observe: usualPerDay(changes),
    propose: usualPerDay(drafts),
    review: usualStay(stays.review),
    apply: usualStay(stays.apply),
    verify: usualStay(stays.verify),
  }
}

/**
 * When each proposal stood before a decision, between decision and the last step of its run, and between that and the proof. One that failed or went
 * stale waits for people again, and counts as if it always had.
 */
async function findStays(since: Date): Promise<Record<'review' | 'apply' | 'verify', Stay[]>> {
  const rows = await db.proposal.findMany({
    where: { OR: [{ state: { notIn: [...closedStates] } }, { updatedAt: { gt: since } }] },
    select: {
      state: true,
      createdAt: true,
      updatedAt: true,
      reviews: {
        where: { decision: 'approve', voidedAt: null },
        select: { createdAt: true },
        orderBy: { createdAt: 'desc' },
        take: 1,
      },
      runs: {
        where: { state: { in: ['applied', 'verified'] } },
        select: {
          verification: { select: { createdAt: true } },
          steps: { select: { doneAt: true }, orderBy: { index: 'desc' }, take: 1 },
        },
        orderBy: { number: 'desc' },
        take: 1,
      },
    },
  })
  const stays = { review: [] as Stay[], apply: [] as Stay[], verify: [] as Stay[] }
  for (const row of rows) {
    const isClosed = closedStates.some((state) => state === row.state)
    const closedAt = isClosed ? row.updatedAt : null
    const isDecided = ['approved', 'applying', 'applied', 'verified'].includes(row.state)
    // No review and yet decided: policy did it when the proposal was drafted.
    const approvedAt = isDecided ? (row.reviews[0]?.createdAt ?? row.createdAt) : null
    const appliedAt = row.runs[0]?.steps[0]?.doneAt ?? null
    stays.review.push({ from: row.createdAt, until: approvedAt ?? closedAt })
    if (approvedAt) stays.apply.push({ from: approvedAt, until: appliedAt ?? closedAt })
    if (appliedAt) stays.verify.push({ from: appliedAt, until: row.runs[0]?.verification?.createdAt ?? closedAt })
  }
  return stays
}
