import { z } from 'zod'
import { syncModeSchema } from '@/lib/control-loop/snapshot/domain/schema-tree'

/** Which sync mode fits a table. Advice: a change of mode is proposed and approved like any other. */
export const adviseSyncModeOutput = z.object({
  syncMode: syncModeSchema,
  reason: z.string(),
  /** What speaks against it; empty when nothing. */
  against: z.string(),
})
export type AdviseSyncModeOutput = z.infer<typeof adviseSyncModeOutput>
