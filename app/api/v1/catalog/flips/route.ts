import { classFlipsSchema } from '@/lib/capabilities/catalog/contract'
import { listClassFlips } from '@/lib/capabilities/catalog/services/list-class-flips'
import { withRoute } from '@/lib/platform/http/with-route'

/** What changed rules would flip. */
export const GET = withRoute({ permission: 'classes.read', response: classFlipsSchema }, () => listClassFlips())
