import { changesPerDaySchema } from '@/lib/control-loop/diff/contract'
import { countChangesPerDay } from '@/lib/control-loop/diff/services/count-changes-per-day'
import { withRoute } from '@/lib/platform/http/with-route'

/** Changes found on each of the last 28 days, by severity. */
export const GET = withRoute({ permission: 'changes.read', response: changesPerDaySchema }, ({ ctx }) =>
  countChangesPerDay(ctx),
)
