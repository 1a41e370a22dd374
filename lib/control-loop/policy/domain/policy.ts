import { z } from 'zod'

/** Versioned data: the rules in force. Stored in `policy_version.policy`; a new shape needs a migration. */
export const policySchema = z.object({
  /** Safe changes that came in by the connection's own handling move the baseline by themselves. */
  acceptSafeChanges: z.boolean(),
  low: z.object({ approvals: z.number().int().min(1), dueHours: z.number().int().min(1) }),
  medium: z.object({ approvals: z.number().int().min(1), dueHours: z.number().int().min(1) }),
  high: z.object({ approvals: z.number().int().min(1), dueHours: z.number().int().min(1) }),
  /** Hours an approval stays good. */
  approvalValidHours: z.number().int().min(1),
})
export type Policy = z.infer<typeof policySchema>

/** What an installation starts with; decision times from the console's reference (high 4 h, medium 1 d, low 3 d; approvals 7 d). */
export const defaultPolicy: Policy = {
  acceptSafeChanges: true,
  low: { approvals: 1, dueHours: 72 },
  medium: { approvals: 1, dueHours: 24 },
  high: { approvals: 2, dueHours: 4 },
  approvalValidHours: 168,
}
