import { z } from 'zod'

/**
 * What a rule may ask for beside its decision. Closed, and only what the product does: a new member is a line here and a case in
 * `services/fulfil-obligations.ts`.
 */
export const obligationKinds = ['pause-connection', 'open-ticket', 'notify'] as const
export const obligationSchema = z.enum(obligationKinds)
export type Obligation = z.infer<typeof obligationSchema>

/** An obligation as the end of a rule's sentence. */
export const obligationWords: Record<Obligation, string> = {
  'pause-connection': 'pause the connection until somebody resumes it',
  'open-ticket': 'open a ticket, where Integrations names a desk',
  notify: 'send a message, where Integrations names a channel',
}
