import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import type { MeteredTask } from '../domain/task'
import type { AskState } from './ask-state'

/** Writes down a call that never left, for a reason worth knowing: over budget, no price, too long, no place. It costs nothing. */
export async function recordUnsent(
  state: { task: Pick<AskState<never>['task'], 'name'> },
  row: Omit<Prisma.ModelCallUncheckedCreateInput, 'task'>,
): Promise<string> {
  const now = new Date()
  const task: MeteredTask = state.task.name
  const { id } = await db.modelCall.create({ data: { ...row, task, at: now, endedAt: now }, select: { id: true } })
  return id
}
