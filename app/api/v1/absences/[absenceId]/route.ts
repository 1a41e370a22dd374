import { z } from 'zod'
import { doneSchema } from '@/lib/control-loop/review/contract'
import { cancelAbsence } from '@/lib/control-loop/review/services/keep-absence'
import { withRoute } from '@/lib/platform/http/with-route'

/** Takes one's own absence back. */
export const DELETE = withRoute(
  { permission: 'reviews.write', params: z.object({ absenceId: z.uuid() }), response: doneSchema },
  ({ ctx, params }) => cancelAbsence(ctx, params.absenceId),
)
