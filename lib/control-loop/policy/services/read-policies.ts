import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { Policies } from '../contract'
import type { Names } from '../domain/describe-rule'
import { plainNames } from '../domain/describe-rule'
import { listDifferences } from '../domain/list-differences'
import { type Policy, policySchema } from '../domain/policy'
import { isEarned } from '../domain/track-record'
import { findStop } from './find-stop'
import { countStartedLastHour } from './judge-automatic'
import { readPolicy } from './read-policy'
import { readTrackRecord } from './read-track-record'

/** How far back the history is told. */
const versionsMax = 30

/** The page of policies: what is in force, since when, what was earned, what is stopped, and what rules can name. */
export async function readPolicies(ctx: ServiceContext): Promise<Policies> {
  requirePermission(ctx.actor, 'settings.read')
  const { version, policy } = await readPolicy()
  const [stop, startedLastHour, record, connections, owners] = await Promise.all([
    findStop(),
    countStartedLastHour(ctx.now()),
    readTrackRecord(),
    db.connection.findMany({
      where: { removedAt: null },
      select: { id: true, schemaName: true, service: true },
      orderBy: { schemaName: 'asc' },
    }),
    db.user.findMany({ where: { disabledAt: null }, select: { id: true, name: true }, orderBy: { name: 'asc' } }),
  ])
  const names = namesOf(connections, owners)
  return {
    version,
    policy,
    stop: stop && { at: stop.at.toISOString(), by: stop.by, reason: stop.reason },
    startedLastHour,
    record: [...record.values()]
      .map((tally) => ({ ...tally, isEarned: isEarned(tally, policy.automatic) }))
      .sort((a, b) => b.cases - a.cases || a.effect.localeCompare(b.effect) || a.service.localeCompare(b.service)),
    versions: await readVersions(names),
    choices: {
      connections: connections.map(({ id, schemaName }) => ({ id, name: schemaName })),
      services: [...new Set(connections.map(({ service }) => service))].sort(),
      owners,
    },
  }
}

function namesOf(
  connections: readonly { id: string; schemaName: string }[],
  owners: readonly { id: string; name: string }[],
): Names {
  const connectionNames = new Map(connections.map(({ id, schemaName }) => [id, schemaName]))
  const ownerNames = new Map(owners.map(({ id, name }) => [id, name]))
  return {
    ...plainNames,
    connection: (id) => `\`${connectionNames.get(id) ?? id}\``,
    person: (id) => ownerNames.get(id) ?? id,
  }
}

async function readVersions(names: Names): Promise<Policies['versions']> {
  const rows = await db.policyVersion.findMany({ orderBy: { version: 'desc' }, take: versionsMax + 1 })
  const policies = rows.map((row): Policy => policySchema.parse(row.policy))
  return rows.slice(0, versionsMax).map((row, index) => {
    const [revision, base] = [policies[index], policies[index + 1]]
    return {
      version: row.version,
      savedBy: row.createdBy,
      savedAt: row.createdAt.toISOString(),
      differences: revision && base ? listDifferences(base, revision, names) : [],
    }
  })
}
