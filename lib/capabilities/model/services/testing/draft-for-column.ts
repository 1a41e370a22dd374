import type { Connection } from '@/generated/prisma/client'
import type { Draft, KnownChange } from '@/lib/control-loop/proposal/domain/draft'
import { redraft } from '@/lib/control-loop/proposal/services/model-drafter'
import { makeColumn, makeTable, makeTree } from '@/lib/control-loop/snapshot/domain/testing/make-tree'
import { createModelDrafter } from '../create-model-drafter'

const place = { schema: 'public', table: 'contact' }

/** The table as it is once the column is there; what a draft names must exist in it. */
export const treeWith = (column: string) =>
  makeTree({ contact: makeTable({ id: { primaryKey: true }, email: { hashed: true }, [column]: {} }) })

/**
 * Lets the real drafter draft for a column that was added, as the spine does, without storing a proposal: what comes back is what would be
 * stored. Another column is another question.
 */
export async function draftForColumn(connection: Connection, column: string) {
  const known: KnownChange = {
    id: '0192f0c1-2222-7333-8444-555566667777',
    change: { kind: 'column-added', path: { ...place, column }, revision: makeColumn({ destinationName: column }) },
    severity: 'safe',
    origin: 'source',
  }
  const draft: Draft = {
    ruleId: 'new-column',
    path: `public.contact.${column}`,
    changeIds: [known.id],
    actions: [{ kind: 'accept-changes', changeIds: [known.id] }],
    rationale: 'A column was added.',
    evidence: [],
  }
  const context = { connection, tree: treeWith(column), classifications: new Map(), correlationId: 'draft' }
  return redraft(draft, [known], context, createModelDrafter())
}
