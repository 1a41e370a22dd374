import { findNameHolder } from '@/lib/control-loop/connection/services/find-name-holder'
import { db } from '@/lib/platform/db/client'
import type { Gate } from '../contract'
import { type CreateConnection, isPreset } from '../domain/action'
import type { LiveCheck } from './check-live'
import type { ParsedRevision } from './parse-revision'

/** What stands in front of creating a connection, from what was last listed of the account: its name must still be free in its destination. */
export async function checkPlannedLive(
  connection: { id: string; destinationId: string; schemaName: string; externalId: string | null },
  revision: ParsedRevision,
  create: CreateConnection,
): Promise<LiveCheck> {
  const account = await db.fivetranAccount.findFirst({ select: { refreshedAt: true } })
  // Once it is created the name is its own.
  const holder = connection.externalId === null ? await findNameHolder(connection) : null
  const infeasible = revision.feasibility.filter(({ feasible }) => !feasible)
  const blocks = revision.verdict.decision === 'block'
  const gates: Gate[] = [
    {
      gate: 'live-state',
      passed: holder === null,
      sentence: holder === null ? 'The name is free in its destination' : `${holder.schemaName} is there already`,
      clearedBy: holder === null ? null : 'Reject it, and stage the mapping under another name.',
    },
    {
      gate: 'policy',
      passed: !blocks,
      sentence: `Policy version ${revision.policyVersion}: ${revision.verdict.reason}`,
      clearedBy: blocks ? 'Stage the mapping again without what cannot be done.' : null,
    },
    {
      gate: 'feasibility',
      passed: infeasible.length === 0,
      sentence: infeasible[0]?.reason ?? 'Every action is possible.',
      clearedBy: infeasible.length > 0 ? 'Reject it, and stage the mapping again.' : null,
    },
    {
      gate: 'connection',
      passed: true,
      sentence: 'It does not exist yet: it is created paused, and a person completes its set-up in Fivetran.',
      clearedBy: null,
    },
  ]
  return {
    tree: null,
    readAt: account?.refreshedAt ?? revision.createdAt,
    snapshot: null,
    difference:
      holder === null
        ? null
        : [
            {
              path: '',
              field: 'connection',
              reviewed: 'none',
              live: `${holder.schemaName} is there`,
              proposed: 'paused',
            },
          ],
    gates,
    impact: impactOf(revision, create),
    takesEffect:
      'Approving starts nothing. Applying creates the connection in Fivetran, paused and without credentials; nothing syncs until a person completes its set-up there and resumes it.',
  }
}

function impactOf(revision: ParsedRevision, create: CreateConnection): LiveCheck['impact'] {
  const presets = revision.actions.filter(isPreset)
  const count = (kind: string) => presets.filter((preset) => preset.kind === kind).length
  const counted = (value: number, one: string, many: string) => ({
    label: value === 1 ? one : many,
    value: String(value),
  })
  const sends = revision.plan.filter(({ request }) => request !== null).length
  return [
    { label: 'destination', value: create.destination },
    counted(count('preset-table'), 'table set beforehand', 'tables set beforehand'),
    counted(count('preset-column'), 'column set beforehand', 'columns set beforehand'),
    counted(sends, 'request to Fivetran', 'requests to Fivetran'),
    { label: 'next sync', value: 'paused' },
  ]
}
