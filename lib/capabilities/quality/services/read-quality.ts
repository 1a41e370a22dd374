import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { CheckRow, QualityOverview, QualityQuery } from '../contract'
import { scoreByDay } from '../domain/check/score-by-day'
import { loadChecks } from './check-views'
import { readTableChecks } from './read-table-checks'

/** Gaps whose suggestions are counted: each takes the table's measurements. */
const GAPS_MAX = 5
const DAY_MS = 86_400_000

/** The worst first, then the longest. */
const order = ['failing', 'warning', 'not-run', 'passing'] as const

/** How the checks of all connections stand, what recovered within a day, and which measured tables are held to nothing. */
export async function readQuality(ctx: ServiceContext, query: QualityQuery): Promise<QualityOverview> {
  const since = new Date(ctx.now().getTime() - query.days * DAY_MS)
  const [checks, measured, results] = await Promise.all([
    loadChecks({}),
    db.profileRun.findMany({
      where: { state: 'measured', connection: { removedAt: null } },
      distinct: ['connectionId', 'schema', 'table'],
      orderBy: { finishedAt: 'desc' },
      select: { connectionId: true, schema: true, table: true, profile: true, connection: true },
    }),
    readDays(since),
  ])
  const isOf = (check: CheckRow) => query.connection === undefined || check.connection.id === query.connection
  const shown = checks
    .filter(isOf)
    .filter((check) => query.kind === undefined || check.terms.promise.kind === query.kind)
  const items = shown
    .filter(({ state }) => query.state === undefined || state === query.state)
    .sort(
      (one, other) =>
        order.indexOf(one.state) - order.indexOf(other.state) ||
        Number(other.terms.blocking) - Number(one.terms.blocking) ||
        (one.since ?? '').localeCompare(other.since ?? ''),
    )
  const count = (of: readonly CheckRow[], state: CheckRow['state']) =>
    of.filter((check) => check.state === state).length
  const held = new Set(checks.map(({ connection, schema, table }) => JSON.stringify([connection.id, schema, table])))
  const isHeld = (run: (typeof measured)[number]) => held.has(JSON.stringify([run.connectionId, run.schema, run.table]))
  const inView = measured.filter(
    ({ connectionId }) => query.connection === undefined || connectionId === query.connection,
  )
  const gaps = inView.filter((run) => !isHeld(run))
  const dayAgo = new Date(ctx.now().getTime() - DAY_MS).toISOString()
  const kinds = (kind: string) =>
    new Set(
      checks
        .filter(isOf)
        .filter(({ terms }) => terms.promise.kind === kind)
        .map(({ connection, schema, table }) => JSON.stringify([connection.id, schema, table])),
    ).size
  return {
    items,
    counts: {
      all: shown.length,
      failing: count(shown, 'failing'),
      warning: count(shown, 'warning'),
      notRun: count(shown, 'not-run'),
      passing: count(shown, 'passing'),
    },
    lastRunAt: shown.reduce<string | null>(
      (latest, { last }) => (last && (!latest || last.at > latest) ? last.at : latest),
      null,
    ),
    connections: groupByConnection(checks).map(({ connection, owner, rows }) => ({
      connection,
      owner,
      checks: rows.length,
      failing: count(rows, 'failing'),
      warning: count(rows, 'warning'),
      notRun: count(rows, 'not-run'),
      days: scoreByDay(
        results.filter(({ connectionId }) => connectionId === connection.id),
        since,
        ctx.now(),
      ),
    })),
    recovered: shown.filter(
      ({ state, recovered }) => state === 'passing' && recovered !== null && recovered.at >= dayAgo,
    ),
    cover: {
      measured: inView.length,
      held: inView.length - gaps.length,
      withKey: inView.filter(({ profile }) => hasKey(profile)).length,
      keysHeld: kinds('unique'),
      freshnessHeld: kinds('freshness'),
    },
    gaps: await Promise.all(
      gaps.slice(0, GAPS_MAX).map(async ({ connection, schema, table }) => ({
        connection: { id: connection.id, name: connection.schemaName, service: connection.service },
        schema,
        table,
        suggestions: (await readTableChecks({ connectionId: connection.id, schema, table })).suggestions.length,
      })),
    ),
    gapCount: gaps.length,
  }
}

function hasKey(profile: unknown): boolean {
  return typeof profile === 'object' && profile !== null && 'key' in profile && profile.key !== null
}

function groupByConnection(checks: readonly CheckRow[]) {
  const groups = new Map<string, { connection: CheckRow['connection']; owner: CheckRow['owner']; rows: CheckRow[] }>()
  for (const check of checks) {
    const group = groups.get(check.connection.id) ?? { connection: check.connection, owner: check.owner, rows: [] }
    group.rows.push(check)
    groups.set(check.connection.id, group)
  }
  return [...groups.values()].sort((one, other) => one.connection.name.localeCompare(other.connection.name))
}

/** Looks that told something, counted by connection and UTC day. */
async function readDays(since: Date) {
  const rows = await db.$queryRaw<{ connection_id: string; day: string; passed: bigint; told: bigint }[]>`
    SELECT c.connection_id, to_char(date_trunc('day', r.at AT TIME ZONE 'UTC'), 'YYYY-MM-DD') AS day,
      count(*) FILTER (WHERE r.outcome = 'passed') AS passed, count(*) AS told
    FROM check_result r JOIN data_check c ON c.id = r.check_id
    WHERE r.at >= ${since} AND r.outcome <> 'not-run' AND c.retired_at IS NULL
    GROUP BY 1, 2`
  return rows.map(({ connection_id, day, passed, told }) => ({
    connectionId: connection_id,
    day,
    passed: Number(passed),
    told: Number(told),
  }))
}
