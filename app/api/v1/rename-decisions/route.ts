import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { decideRenameRequestSchema } from '@/lib/control-loop/diff/contract'
import { decideRename } from '@/lib/control-loop/diff/services/decide-rename'
import { withRoute } from '@/lib/platform/http/with-route'

/** What a person says of a suspected rename. The proposals that follow are drafted by the worker. */
export const POST = withRoute(
  { permission: 'proposals.write', body: decideRenameRequestSchema, response: acceptedSchema, status: 202 },
  ({ ctx, body }) => decideRename(ctx, body),
)
