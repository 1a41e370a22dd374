import { countViews } from '@/lib/control-loop/proposal/services/list-proposals'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { Home } from '../contract'

const dayMs = 24 * 3_600_000

/** What flows through the stages now, in numbers. What waits for a person is nothing when that person may not decide. */
export async function countFlow(ctx: ServiceContext): Promise<Omit<Home['facts'], 'connections'>> {
  const now = ctx.now()
  const yesterday = new Date(now.getTime() - dayMs)
  const monthAgo = new Date(now.getTime() - 30 * dayMs)
  const midnight = new Date(Math.floor(now.getTime() / dayMs + 1) * dayMs)
  const [views, changesSinceYesterday, drafted, dueToday, approved, running, awaitVerification, verifications] =
    await Promise.all([
      countViews(ctx),
      db.change.count({ where: { detectedAt: { gt: yesterday } } }),
      db.proposal.groupBy({ by: ['authorKind'], where: { createdAt: { gt: yesterday } }, _count: true }),
      db.proposal.count({ where: { state: 'in_review', dueAt: { lt: midnight } } }),
      db.proposal.count({ where: { state: 'approved' } }),
      db.applyRun.count({ where: { state: { in: ['waiting', 'applying'] } } }),
      db.applyRun.count({ where: { state: 'applied' } }),
      db.verification.groupBy({ by: ['held'], where: { createdAt: { gt: monthAgo } }, _count: true }),
    ])
  const draftedBy = (kind: string) => drafted.find(({ authorKind }) => authorKind === kind)?._count ?? 0
  const held30d = verifications.find(({ held }) => held)?._count ?? 0
  return {
    changesSinceYesterday,
    draftedByRules: draftedBy('rule'),
    draftedByModel: draftedBy('model'),
    waiting: views.waiting,
    waitingForMe: can(ctx.actor.role, 'reviews.write') ? views.mine : 0,
    dueToday,
    approvedNotApplied: approved,
    running,
    awaitVerification,
    held30d,
    verified30d: verifications.reduce((sum, group) => sum + group._count, 0),
  }
}
