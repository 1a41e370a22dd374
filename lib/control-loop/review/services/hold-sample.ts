import { createHash, randomInt } from 'node:crypto'
import { z } from 'zod'
import type { Prisma } from '@/generated/prisma/client'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, type Tx, transact } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { BatchMember, Sample } from '../contract'
import { frictionOf, SAMPLE_SIZE } from '../domain/group-look-alikes'

const drawnSchema = z.array(z.object({ proposalId: z.string(), openedAt: z.string().nullable() }))

/** SHA-256 of the exact triples, whatever their order: another revision of any of them is another batch. */
export function hashMembers(members: readonly BatchMember[]): string {
  const lines = members.map(({ proposalId, revision, planHash }) => `${proposalId} ${revision} ${planHash}`).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

/** Draws three at random for this person and exactly these members; asked again, the same three. A small batch draws none. */
export async function drawSample(ctx: ServiceContext, members: readonly BatchMember[]): Promise<Sample> {
  requirePermission(ctx.actor, 'reviews.write')
  const userId = ctx.actor.userId ?? ''
  const connections = await db.proposal.findMany({
    where: { id: { in: members.map(({ proposalId }) => proposalId) } },
    select: { connectionId: true },
    distinct: ['connectionId'],
  })
  const friction = frictionOf({ decision: 'approve', members: members.length, connections: connections.length })
  const drawn = friction.sample ? draw(members.map(({ proposalId }) => proposalId)) : []
  const membersHash = hashMembers(members)
  await db.reviewSample.createMany({
    data: [{ userId, membersHash, drawn: drawn.map((proposalId) => ({ proposalId, openedAt: null })) }],
    skipDuplicates: true,
  })
  const row = await db.reviewSample.findUniqueOrThrow({ where: { userId_membersHash: { userId, membersHash } } })
  return {
    id: row.id,
    drawn: drawnSchema
      .parse(row.drawn)
      .map(({ proposalId, openedAt }) => ({ proposalId, isOpened: openedAt !== null })),
    needsSecond: friction.second,
  }
}

function draw(ids: readonly string[]): string[] {
  const left = [...ids]
  return Array.from({ length: SAMPLE_SIZE }, () => left.splice(randomInt(left.length), 1)[0] ?? '')
}

/** Keeps that this person opened a drawn one. */
export async function recordOpening(
  ctx: ServiceContext,
  input: { sampleId: string; proposalId: string },
): Promise<{ left: number }> {
  requirePermission(ctx.actor, 'reviews.write')
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM review_sample WHERE id = ${input.sampleId}::uuid FOR UPDATE`
    const row = await tx.reviewSample.findFirst({ where: { id: input.sampleId, userId: ctx.actor.userId ?? '' } })
    if (!row) throw new NotFoundError('There is no such sample of yours.')
    const drawn = drawnSchema.parse(row.drawn).map((entry) => ({
      ...entry,
      openedAt: entry.proposalId === input.proposalId ? (entry.openedAt ?? ctx.now().toISOString()) : entry.openedAt,
    }))
    await tx.reviewSample.update({ where: { id: row.id }, data: { drawn: drawn as Prisma.InputJsonValue } })
    return { left: drawn.filter(({ openedAt }) => openedAt === null).length }
  })
}

/** How many drawn ones this person has not opened; null when none were drawn for exactly these members. */
export async function countUnopened(tx: Tx, userId: string, members: readonly BatchMember[]): Promise<number | null> {
  const row = await tx.reviewSample.findUnique({
    where: { userId_membersHash: { userId, membersHash: hashMembers(members) } },
  })
  if (!row) return null
  const drawn = drawnSchema.parse(row.drawn)
  return drawn.length === 0 ? null : drawn.filter(({ openedAt }) => openedAt === null).length
}
