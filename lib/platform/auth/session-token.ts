import { z } from 'zod'

/** A session ends this long after sign-in, however busy it was. */
export const SESSION_SECONDS = 12 * 3600

/** What the encrypted cookie says. It proves who signed in and when; what they may do is read from the database. */
export const sessionClaimsSchema = z.object({
  userId: z.uuid(),
  sessionVersion: z.number().int(),
  signedInAt: z.number().int(),
})
export type SessionClaims = z.infer<typeof sessionClaimsSchema>
