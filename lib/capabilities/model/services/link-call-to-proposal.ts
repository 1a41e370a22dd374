import type { Db, Tx } from '@/lib/platform/db/client'

/** Notes in the ledger which proposal an answer fed: every turn of its ask, so that what it cost is what the ask cost. */
export async function linkCallToProposal(tx: Tx | Db, callId: string, proposalId: string): Promise<void> {
  const call = await tx.modelCall.findUnique({ where: { id: callId }, select: { askId: true, replayOf: true } })
  if (!call || call.replayOf) return
  await tx.modelCall.updateMany({ where: { askId: call.askId }, data: { proposalId } })
}
