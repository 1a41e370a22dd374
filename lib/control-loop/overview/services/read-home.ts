import { listApplyRuns } from '@/lib/control-loop/apply/services/list-apply-runs'
import { needsAttention } from '@/lib/control-loop/connection/domain/derive-health'
import { compareOrderKeys, orderKeyOf } from '@/lib/control-loop/connection/domain/order-connections'
import { findWatched, type WatchedConnection } from '@/lib/control-loop/connection/services/find-watched'
import { findAccount } from '@/lib/control-loop/connection/services/require-account'
import { summariseConnections } from '@/lib/control-loop/connection/services/summarise-connections'
import { changeViewInclude, toChangeView } from '@/lib/control-loop/diff/services/to-change-view'
import { listProposals } from '@/lib/control-loop/proposal/services/list-proposals'
import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { Home } from '../contract'
import { countFlow } from './count-flow'
import { readUsualLevels } from './read-usual-levels'

/** Rows of each list on Home; the lists' own pages show all. */
const listedMax = { proposals: 8, changes: 8, connections: 6, runs: 6 }
const dayMs = 24 * 3_600_000

/** What needs this person now, and how much stands in each stage of the loop beside what usually does. */
export async function readHome(ctx: ServiceContext): Promise<Home> {
  const now = ctx.now()
  const [watched, flow, usual, account, snapshot, people, mine, changes, runs] = await Promise.all([
    findWatched({ removedAt: null }, now),
    countFlow(ctx),
    readUsualLevels(now),
    findAccount(),
    db.snapshot.findFirst({ select: { id: true } }),
    db.user.count({ where: { disabledAt: null } }),
    can(ctx.actor.role, 'reviews.write')
      ? listProposals(ctx, { view: 'mine', limit: listedMax.proposals })
      : { items: [] },
    db.change.findMany({
      where: { state: 'open', detectedAt: { gt: new Date(now.getTime() - dayMs) } },
      include: changeViewInclude,
      // Breaking, dangerous, safe: worst first is their alphabetical order.
      orderBy: [{ severity: 'asc' }, { detectedAt: 'desc' }, { id: 'desc' }],
      take: listedMax.changes,
    }),
    listApplyRuns({ limit: listedMax.runs }),
  ])
  return {
    setup: {
      credentials: account !== null && account.keySecretId !== null,
      connections: watched.length > 0,
      snapshot: snapshot !== null,
      people: people > 1,
    },
    levels: {
      observe: { now: flow.changesSinceYesterday, usual: usual.observe },
      propose: { now: await countDrafted(now), usual: usual.propose },
      review: { now: flow.waiting, usual: usual.review },
      apply: { now: flow.approvedNotApplied + flow.running, usual: usual.apply },
      verify: { now: flow.awaitVerification, usual: usual.verify },
    },
    facts: { connections: watched.length, ...flow },
    waitsForMe: mine.items,
    changes: changes.map(toChangeView),
    unhealthy: await summariseConnections(worstOf(watched)),
    recentRuns: runs.items,
  }
}

function countDrafted(now: Date): Promise<number> {
  return db.proposal.count({ where: { createdAt: { gt: new Date(now.getTime() - dayMs) } } })
}

function worstOf(watched: readonly WatchedConnection[]): WatchedConnection[] {
  const keyOf = ({ row, derived }: WatchedConnection) =>
    orderKeyOf({ id: row.id, name: row.schemaName, health: derived.health, ageShare: null, openProposals: 0 }, 'state')
  return watched
    .filter(({ derived }) => needsAttention.has(derived.health) || derived.health === 'applying')
    .sort((one, other) => compareOrderKeys(keyOf(one), keyOf(other)))
    .slice(0, listedMax.connections)
}
