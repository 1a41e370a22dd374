import { presentBudget } from '@/lib/control-loop/connection/services/present-budget'
import { findAccount } from '@/lib/control-loop/connection/services/require-account'
import { findStop } from '@/lib/control-loop/policy/services/find-stop'
import { countViews } from '@/lib/control-loop/proposal/services/list-proposals'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { listDeadJobs } from '@/lib/platform/jobs/services/list-dead-jobs'
import type { Status } from '../contract'

/** A worker says it is alive every ten seconds; three missed beats are silence. */
const aliveMs = 30_000

/** The console's status line: what waits, what runs, who works, how many calls of this hour are used. */
export async function readStatus(ctx: ServiceContext, sandboxUrl: string | undefined): Promise<Status> {
  const [views, openChanges, openIncidents, running, workers, account, dead, stop] = await Promise.all([
    countViews(ctx),
    db.change.count({ where: { state: 'open' } }),
    db.incident.count({ where: { state: { not: 'closed' } } }),
    db.applyRun.count({ where: { state: { in: ['waiting', 'applying'] } } }),
    db.worker.count({ where: { seenAt: { gt: new Date(ctx.now().getTime() - aliveMs) } } }),
    findAccount(),
    listDeadJobs(),
    findStop(),
  ])
  const isKnown = account !== null && account.rateLimit !== null && account.rateRemaining !== null
  return {
    waitingForMe: can(ctx.actor.role, 'reviews.write') ? views.mine : 0,
    openChanges,
    openIncidents,
    running,
    calls: isKnown
      ? { used: Math.max(0, (account.rateLimit ?? 0) - (account.rateRemaining ?? 0)), limit: account.rateLimit ?? 0 }
      : null,
    workers,
    lastRefreshAt: account?.refreshedAt?.toISOString() ?? null,
    account: account ? { state: account.state, detail: account.stateDetail } : { state: 'none', detail: null },
    callPause: account && (await presentBudget(account.id)),
    deadJobs: dead.total,
    automationStop: stop && { at: stop.at.toISOString(), by: stop.by, reason: stop.reason },
    demo: { enabled: sandboxUrl !== undefined },
  }
}
