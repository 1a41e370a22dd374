import { fromDbState } from '@/lib/control-loop/proposal/domain/proposal-state'
import { db } from '@/lib/platform/db/client'

export interface ChangeAnswer {
  changeId: string
  proposals: { id: string; number: number; state: string }[]
}

/** The open changes of a connection by their key, with the proposals that answer each, latest first. */
export async function findChangeAnswers(connectionId: string): Promise<Map<string, ChangeAnswer>> {
  const rows = await db.change.findMany({
    where: { connectionId, state: 'open' },
    select: {
      id: true,
      key: true,
      proposals: {
        select: { proposal: { select: { id: true, number: true, state: true } } },
        orderBy: { proposal: { number: 'desc' } },
      },
    },
  })
  return new Map(
    rows.map(({ id, key, proposals }) => [
      key,
      {
        changeId: id,
        proposals: proposals.map(({ proposal }) => ({ ...proposal, state: fromDbState(proposal.state) })),
      },
    ]),
  )
}
