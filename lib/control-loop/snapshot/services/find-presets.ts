import { isPreset, type Preset } from '@/lib/control-loop/proposal/domain/action'
import { parseRevision } from '@/lib/control-loop/proposal/services/parse-revision'
import type { Tx } from '@/lib/platform/db/client'

/** The settings a connection was created with, as approved and verified; empty for one that was not created here. */
export async function findPresets(tx: Tx, connectionId: string): Promise<Preset[]> {
  const proposals = await tx.proposal.findMany({
    where: { connectionId, state: 'verified' },
    include: { revisions: true },
    orderBy: { number: 'asc' },
  })
  return proposals.flatMap(({ revision, revisions }) => {
    const row = revisions.find((candidate) => candidate.revision === revision)
    return row ? parseRevision(row).actions.filter(isPreset) : []
  })
}
