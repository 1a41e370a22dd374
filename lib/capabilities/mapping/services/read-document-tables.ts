import { adviceRequestSchema } from '@/lib/capabilities/advice/domain/advice'
import { readAdvice } from '@/lib/capabilities/advice/services/read-advice'
import { toInferredTables } from '@/lib/capabilities/model/tasks/read-source/to-inferred-tables'
import type { SyncMode } from '@/lib/control-loop/snapshot/domain/schema-tree'
import { db } from '@/lib/platform/db/client'
import { InvalidInputError } from '@/lib/platform/http/app-error'
import type { Mapping } from '../contract'
import type { InferredTable } from '../domain/inferred-table'

/** The tables a model read in a document, from its stored answer. Refuses a question of another kind, and one without an answer. */
export async function readDocumentTables(
  adviceId: string,
): Promise<{ name: string; tables: InferredTable[]; syncModes: ReadonlyMap<string, SyncMode> }> {
  const { result, kind } = await readAdvice(adviceId)
  if (kind !== 'read-source' || result?.kind !== 'read-source') {
    throw new InvalidInputError('No document was read there.')
  }
  const row = await db.modelAdvice.findUniqueOrThrow({ where: { id: adviceId }, select: { request: true } })
  const request = adviceRequestSchema.parse(row.request)
  return {
    name: request.kind === 'read-source' ? request.name : '',
    tables: toInferredTables(result),
    syncModes: new Map(result.tables.map(({ name, syncMode }) => [name, syncMode])),
  }
}

/** A mapping with the sync modes a model read in the document, each with who said so. What a history needs stays the rules' word: without a key there is none. */
export function keepReadModes(mapping: Mapping, syncModes: ReadonlyMap<string, SyncMode>): Mapping {
  return {
    ...mapping,
    tables: mapping.tables.map((table) => {
      const said = syncModes.get(table.source)
      if (said === undefined || said === table.syncMode || (said === 'history' && table.key.length === 0)) return table
      return {
        ...table,
        syncMode: said,
        syncModeReason: `A model read it so in the document. By the rules: ${table.syncMode}`,
      }
    }),
  }
}
