import { recordAuditEvent } from '@/lib/platform/audit/record-audit-event'
import { requirePermission } from '@/lib/platform/auth/require-permission'
import type { ServiceContext } from '@/lib/platform/context'
import { db, transact } from '@/lib/platform/db/client'
import { ConflictError, NotFoundError, UnauthenticatedError } from '@/lib/platform/http/app-error'
import type { AbsenceList, SaveAbsenceRequest } from '../contract'
import { readSurroundings } from './find-turns'

const DAYS_MAX = 92

function requirePerson(ctx: ServiceContext): string {
  requirePermission(ctx.actor, 'reviews.write')
  if (!ctx.actor.userId) throw new UnauthenticatedError('Only a signed-in person is away.')
  return ctx.actor.userId
}

/** One's own absences that are not over, and who may stand in. */
export async function listAbsences(ctx: ServiceContext): Promise<AbsenceList> {
  const userId = requirePerson(ctx)
  const [rows, { reviewers }] = await Promise.all([
    db.absence.findMany({
      where: { userId, cancelledAt: null, endsAt: { gt: ctx.now() } },
      orderBy: { startsAt: 'asc' },
    }),
    readSurroundings(db, ctx.now()),
  ])
  const delegates = await db.user.findMany({
    where: { id: { in: rows.map(({ delegateId }) => delegateId) } },
    select: { id: true, name: true },
  })
  return {
    items: rows.map((row) => ({
      id: row.id,
      delegate: delegates.find(({ id }) => id === row.delegateId) ?? { id: row.delegateId, name: 'somebody' },
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      isNow: row.startsAt <= ctx.now(),
    })),
    candidates: reviewers.filter(({ id }) => id !== userId).map(({ id, name }) => ({ id, name })),
  }
}

/** Names who stands in on which days. Refuses a person who may not decide, days that are over, more than a quarter, and a second absence over the same days. */
export async function saveAbsence(ctx: ServiceContext, input: SaveAbsenceRequest): Promise<{ sentence: string }> {
  const userId = requirePerson(ctx)
  const startsAt = new Date(input.startsAt)
  const endsAt = new Date(input.endsAt)
  if (endsAt <= ctx.now()) throw new ConflictError('These days are over.', {}, 'bad-time')
  if (endsAt.getTime() - startsAt.getTime() > DAYS_MAX * 86_400_000) {
    throw new ConflictError(`An absence is at most ${DAYS_MAX} days.`, {}, 'bad-time')
  }
  return transact(async (tx) => {
    // Locked by the person's own row: two tabs do not make two absences.
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`
    const { reviewers } = await readSurroundings(tx, ctx.now())
    const delegate = reviewers.find(({ id }) => id === input.delegateId && id !== userId)
    if (!delegate) throw new ConflictError('Name somebody else who may decide proposals.', {}, 'missing-right')
    const overlaps = await tx.absence.count({
      where: { userId, cancelledAt: null, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } },
    })
    if (overlaps > 0) throw new ConflictError('You are away on some of these days already.', {}, 'overlap')
    const row = await tx.absence.create({
      data: { userId, delegateId: delegate.id, startsAt, endsAt, createdAt: ctx.now() },
    })
    await recordAuditEvent(tx, ctx, {
      action: 'absence.set',
      objectType: 'absence',
      objectId: row.id,
      objectLabel: `the absence of ${ctx.actor.name}`,
      detail: { delegate: delegate.id, delegateName: delegate.name, startsAt: input.startsAt, endsAt: input.endsAt },
    })
    return { sentence: `${delegate.name} stands in.` }
  })
}

/** Takes one's own absence back, also while it lasts. */
export async function cancelAbsence(ctx: ServiceContext, absenceId: string): Promise<{ sentence: string }> {
  const userId = requirePerson(ctx)
  return transact(async (tx) => {
    const row = await tx.absence.findFirst({ where: { id: absenceId, userId, cancelledAt: null } })
    if (!row) throw new NotFoundError('You have no such absence.')
    await tx.absence.update({ where: { id: row.id }, data: { cancelledAt: ctx.now() } })
    await recordAuditEvent(tx, ctx, {
      action: 'absence.cancelled',
      objectType: 'absence',
      objectId: row.id,
      objectLabel: `the absence of ${ctx.actor.name}`,
    })
    return { sentence: 'Proposals reach you again.' }
  })
}
