import type { Prisma } from '@/generated/prisma/client'
import { db } from '@/lib/platform/db/client'
import type { AskState } from './ask-state'

export interface StoredReply {
  reply: string
  /** From an identical question of somebody else; otherwise it was paid for by an earlier try of the same work. */
  isCached: boolean
  /** Notes the use where it is one, and names the ledger's row. */
  use(): Promise<{ callId: string }>
}

/** A reply that need not be bought: one an earlier try of the same work paid for, or one to the same question to the letter. */
export async function findStoredReply(
  state: AskState<never>,
  question: {
    providerId: string
    promptHash: string
    row: Omit<Prisma.ModelCallUncheckedCreateInput, 'task' | 'outcome'>
  },
): Promise<StoredReply | null> {
  const { promptHash, providerId } = question
  if (state.ask.key) {
    const paid = await db.modelCall.findFirst({
      where: { workKey: state.ask.key, promptHash, outcome: { in: ['answered', 'invalid'] }, output: { not: null } },
      orderBy: { at: 'desc' },
    })
    if (paid?.output) return { reply: paid.output, isCached: false, use: async () => ({ callId: paid.id }) }
  }
  if (state.cacheHours === 0 || state.replayOf) return null
  const cached = await db.modelReplyCache.findUnique({ where: { key: `${providerId}:${promptHash}` } })
  if (!cached || cached.storedAt.getTime() < Date.now() - state.cacheHours * 3_600_000) return null
  return {
    reply: cached.reply,
    isCached: true,
    use: async () => {
      const now = new Date()
      const row = await db.modelCall.create({
        data: {
          ...question.row,
          task: state.task.name,
          outcome: 'answered',
          cached: true,
          at: now,
          endedAt: now,
          tookMs: 0,
          ...(state.keepContent && { output: cached.reply }),
        },
        select: { id: true },
      })
      return { callId: row.id }
    },
  }
}
