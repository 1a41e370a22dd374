import { z } from 'zod'
import { modestWords, untrustedWords } from '@/lib/capabilities/model/domain/prompt-words'
import { quoteUntrusted } from '@/lib/capabilities/model/domain/quote-untrusted'
import { syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'

export const adviseSyncModeVersion = 'advise-sync-mode.1'

export const adviseSyncModeInput = z.object({
  connector: z.string(),
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string().nullable(), key: z.boolean() })),
  current: syncModeSchema.nullable(),
})
export type AdviseSyncModeInput = z.infer<typeof adviseSyncModeInput>

const instructions = `You say which sync mode fits a table in a warehouse.

- \`soft-delete\`: rows deleted at the source stay and are marked. The default: nothing is lost without notice.
- \`history\`: every version of a row is kept with its period. For things whose past states are asked for (status, stage, owner, price) and that have a key
  and a moment of change. It multiplies rows.
- \`live\`: the table mirrors the source; what is deleted there is gone here. For rows written once (events, logs) and where deletion must be followed.
- Without a key, \`history\` cannot work. A change of mode rewrites the table: advise one only for a reason.
- The reason is one sentence; \`against\` is one sentence, or empty.
${modestWords}
${untrustedWords}`

/** The whole text of one question. Pure. */
export function promptAdviseSyncMode(input: AdviseSyncModeInput) {
  return { system: instructions, user: `The table, and its mode now:\n\n${quoteUntrusted('table', input)}` }
}
