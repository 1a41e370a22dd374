import { can } from '@/lib/platform/auth/roles-and-permissions'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import type { BatchList } from '../contract'
import { groupLookAlikes } from '../domain/group-look-alikes'
import { type FoundCandidate, findCandidates } from './find-candidates'
import { storedMembersSchema } from './submit-batch'

/** What this person may decide together, what was pulled out and why, and the large ones that wait for a second person. */
export async function listBatches(ctx: ServiceContext): Promise<BatchList> {
  const [candidates, waiting] = await Promise.all([findCandidates(db, ctx), listWaiting(ctx)])
  const verbs = new Map(candidates.map(({ proposalId, verb }) => [proposalId, verb]))
  return {
    groups: groupLookAlikes(candidates).map(({ members, exceptions, ...group }) => ({
      key: group.key,
      verb: verbs.get(members[0]?.proposalId ?? '') ?? '',
      service: group.service,
      risk: group.risk,
      wayBack: group.wayBack,
      members: members.map(toMember),
      exceptions: exceptions.map(({ candidate, why }) => ({ ...toMember(candidate), why })),
    })),
    waiting,
  }
}

function toMember(candidate: Omit<FoundCandidate, 'verb'>) {
  const { proposalId, number, revision, planHash, path, connectionId, connectionName } = candidate
  return { proposalId, number, revision, planHash, path, connectionId, connectionName }
}

async function listWaiting(ctx: ServiceContext): Promise<BatchList['waiting']> {
  const rows = await db.reviewBatch.findMany({
    where: { decidedAt: null, cancelledAt: null },
    orderBy: { createdAt: 'asc' },
    take: 20,
  })
  const members = rows.map((row) => storedMembersSchema.parse(row.members))
  const proposals = await db.proposal.findMany({
    where: { id: { in: members.flat().map(({ proposalId }) => proposalId) } },
    select: {
      id: true,
      number: true,
      schema: true,
      table: true,
      column: true,
      connection: { select: { schemaName: true } },
    },
  })
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]))
  return rows.map((row, index) => ({
    id: row.id,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    members: (members[index] ?? []).map((member) => {
      const found = byId.get(member.proposalId)
      return {
        ...member,
        number: found?.number ?? 0,
        path: [found?.schema, found?.table, found?.column]
          .filter((part) => part !== null && part !== undefined)
          .join('.'),
        connectionName: found?.connection.schemaName ?? '',
      }
    }),
    refusal: !can(ctx.actor.role, 'reviews.write')
      ? 'Stewards and admins confirm.'
      : row.createdById === ctx.actor.userId
        ? 'Somebody else confirms it.'
        : null,
  }))
}
