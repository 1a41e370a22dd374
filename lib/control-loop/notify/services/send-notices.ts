import type { NoticeChannel, NoticeThread } from '@/generated/prisma/client'
import type { DeliverOutcome, NoticeReceiver, ReceiverProblem, Told } from '@/lib/integrations/messages/port'
import { workerEnv } from '@/lib/platform/config/env'
import type { ServiceContext } from '@/lib/platform/context'
import { db } from '@/lib/platform/db/client'
import { SealError } from '@/lib/platform/secrets/seal-keys'
import { composeNotice } from '../domain/compose-notice'
import { openReceiver } from './open-receiver'
import { readCauses } from './read-causes'
import { settleThread } from './settle-thread'

/** Threads looked at in one run; the next run is a minute away. */
const THREADS_MAX = 100
/** Longer than all calls about one thread take; after it another worker may take the thread over. */
const LEASE_MS = 120_000

/**
 * Makes every receiver's side be what its threads say: whatever is not told yet and is due. A receiver that does not answer is asked once a run; what else waits
 * for it waits with it. Only the newest version is told, so that an outage leaves one message and not one for each thing that happened in it.
 */
export async function sendNotices(ctx: ServiceContext & { signal?: AbortSignal }): Promise<void> {
  const due = await findDue(ctx.now())
  for (const channelId of new Set(due.map((thread) => thread.channelId))) {
    const threads = due.filter((thread) => thread.channelId === channelId)
    const [first] = threads
    if (first) await sendToChannel(ctx, first.channel, threads)
  }
}

interface Delivery {
  outcome: DeliverOutcome
  isCleared: boolean
}

const noKey: ReceiverProblem = {
  outcome: 'credentials-refused',
  reason: 'The channel has no key. Set it again.',
}

const faulty: ReceiverProblem = {
  outcome: 'refused',
  reason: 'Headgate could not put this notice into words. The log says why.',
}

type DueThread = NoticeThread & { channel: NoticeChannel }

async function findDue(now: Date): Promise<DueThread[]> {
  return db.noticeThread.findMany({
    where: {
      endedAt: null,
      deadAt: null,
      wanted: { gt: db.noticeThread.fields.sent },
      channel: { enabled: true },
      AND: [
        { OR: [{ retryAt: null }, { retryAt: { lte: now } }] },
        { OR: [{ leaseUntil: null }, { leaseUntil: { lte: now } }] },
      ],
    },
    include: { channel: true },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: THREADS_MAX,
  })
}

async function sendToChannel(
  ctx: ServiceContext & { signal?: AbortSignal },
  channel: NoticeChannel,
  threads: readonly DueThread[],
): Promise<void> {
  const opened = await open(channel, ctx.now)
  const receiver = 'outcome' in opened ? null : opened
  // Why nothing more is tried in this run.
  let problem: ReceiverProblem | null = 'outcome' in opened ? opened : null
  let fault: { error: unknown } | null = null
  try {
    for (const thread of threads) {
      if (ctx.signal?.aborted) return
      const claimed = await claim(thread, ctx.now())
      if (!claimed) continue
      const begunAt = performance.now()
      const isTried = receiver !== null && problem === null
      let ended: Delivery = { outcome: problem ?? noKey, isCleared: false }
      try {
        if (receiver !== null && problem === null) ended = await deliver(ctx, receiver, claimed)
      } catch (error) {
        // A fault of ours stops this thread only: it is set aside for a person, and thrown on when the others had their turn.
        fault ??= { error }
        ended = { outcome: faulty, isCleared: false }
      }
      if (ended.outcome.outcome === 'unreachable') problem = ended.outcome
      const tookMs = Math.round(performance.now() - begunAt)
      await settleThread(ctx, channel, claimed, { ...ended, tookMs, isTried })
    }
  } finally {
    await receiver?.close()
  }
  if (fault) throw fault.error
}

async function open(channel: NoticeChannel, now: () => Date): Promise<NoticeReceiver | ReceiverProblem> {
  try {
    const receiver = await openReceiver(channel, now)
    return receiver ?? noKey
  } catch (error) {
    if (error instanceof SealError) return { outcome: 'credentials-refused', reason: error.message }
    throw error
  }
}

/** Takes a thread for this worker, with what it wants now; null when somebody else has it. */
async function claim({ id }: DueThread, now: Date): Promise<NoticeThread | null> {
  const { count } = await db.noticeThread.updateMany({
    where: {
      id,
      endedAt: null,
      deadAt: null,
      wanted: { gt: db.noticeThread.fields.sent },
      OR: [{ leaseUntil: null }, { leaseUntil: { lte: now } }],
    },
    data: { leaseUntil: new Date(now.getTime() + LEASE_MS) },
  })
  return count === 0 ? null : db.noticeThread.findUnique({ where: { id } })
}

async function deliver(
  ctx: ServiceContext & { signal?: AbortSignal },
  receiver: NoticeReceiver,
  thread: NoticeThread,
): Promise<Delivery> {
  const causes = await readCauses(thread.id, ctx.now())
  // All it was about was removed: there is nobody to tell of nothing.
  if (causes.length === 0) return { outcome: { outcome: 'delivered', ...toldOf(thread) }, isCleared: true }
  const content = composeNotice(causes, {
    version: thread.wanted,
    openedAt: thread.openedAt,
    heldSince: thread.failingSince,
  })
  const [about] = content.proposals
  const notice = {
    ...content,
    id: thread.id,
    version: thread.wanted,
    link: `${workerEnv().APP_ORIGIN}/approvals/${about?.id}`,
    openedAt: thread.openedAt,
    at: ctx.now(),
  }
  const told = thread.reference === null ? null : toldOf(thread)
  const outcome = await receiver.deliver(notice, told, ctx.signal ? { signal: ctx.signal } : {})
  return { outcome, isCleared: content.state === 'cleared' }
}

function toldOf({ reference, link }: NoticeThread): Told {
  return { reference, link }
}
