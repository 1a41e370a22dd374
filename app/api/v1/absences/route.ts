import { absenceListSchema, doneSchema, saveAbsenceRequestSchema } from '@/lib/control-loop/review/contract'
import { listAbsences, saveAbsence } from '@/lib/control-loop/review/services/keep-absence'
import { withRoute } from '@/lib/platform/http/with-route'

/** One's own absences that are not over. */
export const GET = withRoute({ permission: 'reviews.write', response: absenceListSchema }, ({ ctx }) =>
  listAbsences(ctx),
)

/** Names who stands in, and on which days. */
export const POST = withRoute(
  { permission: 'reviews.write', body: saveAbsenceRequestSchema, response: doneSchema, status: 201 },
  ({ ctx, body }) => saveAbsence(ctx, body),
)
