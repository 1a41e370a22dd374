import { z } from 'zod'
import { changeDetailSchema } from '@/lib/control-loop/diff/contract'
import { readChange } from '@/lib/control-loop/diff/services/read-change'
import { withRoute } from '@/lib/platform/http/with-route'

/** One change. */
export const GET = withRoute(
  { permission: 'changes.read', params: z.object({ changeId: z.uuid() }), response: changeDetailSchema },
  ({ params }) => readChange(params.changeId),
)
