import { z } from 'zod'

/** One task or warning of a connection, in the service's words. Stored in `connection.tasks` and `connection.warnings`. */
export const noticeSchema = z.object({ code: z.string(), message: z.string() })
