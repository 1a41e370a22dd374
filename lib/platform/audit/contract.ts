import { z } from 'zod'
import { pageOf, pageQuerySchema } from '../http/paging'

/** REST shapes of the audit log. */
export const auditEventSchema = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  actor: z.object({ kind: z.enum(['user', 'system']), id: z.string().nullable(), name: z.string() }),
  action: z.string(),
  /** The action as the verb of a sentence: “approved”. */
  verb: z.string(),
  object: z.object({ type: z.string(), id: z.string().nullable(), label: z.string() }),
  channel: z.string(),
  correlationId: z.string(),
})
export type AuditEventView = z.infer<typeof auditEventSchema>

export const auditQuerySchema = pageQuerySchema
  .extend({
    /** A user's id, or `system` for everything no person did. */
    actor: z.string().max(100).optional(),
    action: z.string().max(100).optional(),
    objectType: z.string().max(100).optional(),
    objectId: z.string().max(100).optional(),
    correlationId: z.string().max(40).optional(),
    /** Found in the object's label, the actor's name or the action. */
    q: z.string().trim().max(200).optional(),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
  })
  .strict()
export type AuditQuery = z.input<typeof auditQuerySchema>

export const auditPageSchema = pageOf(auditEventSchema)

export const auditEventDetailSchema = auditEventSchema.extend({
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
  prevHash: z.string(),
  /** Everything that happened on the same thread, oldest first, this event among it. */
  chain: z.array(auditEventSchema),
  /** True when the thread has more events than are listed. */
  chainIsCut: z.boolean(),
})
export type AuditEventDetail = z.infer<typeof auditEventDetailSchema>

export const auditVerificationSchema = z.object({
  whole: z.boolean(),
  lastSeq: z.number().int(),
  brokenAt: z.number().int().nullable(),
})
