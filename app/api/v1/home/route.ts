import { homeSchema } from '@/lib/control-loop/overview/contract'
import { readHome } from '@/lib/control-loop/overview/services/read-home'
import { withRoute } from '@/lib/platform/http/with-route'

/** What needs the person asking, now. */
export const GET = withRoute({ permission: 'connections.read', response: homeSchema }, ({ ctx }) => readHome(ctx))
