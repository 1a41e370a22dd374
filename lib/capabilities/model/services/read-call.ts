import { z } from 'zod'
import { db } from '@/lib/platform/db/client'
import { NotFoundError } from '@/lib/platform/http/app-error'
import type { CallDetail } from '../contract'
import { messagesSchema } from '../domain/messages'
import { taskNameSchema } from '../domain/task'
import { toCallRows } from './to-call-row'

const REPLAYS_MAX = 20
const TURNS_SHOWN_MAX = 20

/** One call in full: what was sent, what came back, what it cost and why, the other turns of its ask, and its repeats. */
export async function readCall(callId: string): Promise<CallDetail> {
  const call = await db.modelCall.findUnique({ where: { id: callId } })
  if (!call) throw new NotFoundError('There is no such call. It may be older than what is kept.')
  const [turns, replays] = await Promise.all([
    db.modelCall.findMany({
      where: { askId: call.askId },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: TURNS_SHOWN_MAX,
    }),
    db.modelCall.findMany({
      where: { replayOf: callId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: REPLAYS_MAX,
    }),
  ])
  const rows = await toCallRows([call, ...turns, ...replays])
  const row = rows[0]
  if (!row) throw new NotFoundError()
  const canReplay = taskNameSchema.safeParse(call.task).success && call.input !== null
  return {
    ...row,
    correlationId: call.correlationId,
    askId: call.askId,
    turns: rows.slice(1, 1 + turns.length),
    input: call.input === null ? null : messagesSchema.parse(call.input),
    output: call.output,
    masked: z.array(z.string()).parse(call.masked),
    servedBy: call.servedBy,
    reservedMicros: Number(call.reservedMicros),
    chargeNote: call.chargeNote,
    price:
      call.inputPrice === null || call.outputPrice === null
        ? null
        : { inputMicrosPerMillion: Number(call.inputPrice), outputMicrosPerMillion: Number(call.outputPrice) },
    canReplay,
    canReplayWithCurrentPrompt: canReplay && call.material !== null,
    replays: rows.slice(1 + turns.length).map((replay, index) => {
      const output = replays[index]?.output ?? null
      return {
        ...replay,
        output,
        sameOutput: output === null || call.output === null ? null : isSame(output, call.output),
      }
    }),
  }
}

/** Whether two answers say the same: as JSON where both are, so that spaces do not count. */
function isSame(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other))
  } catch {
    return one === other
  }
}
