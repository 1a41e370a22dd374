import {
  sourceTextBytesMax,
  stageMappingRequestSchema,
  stageMappingResponseSchema,
} from '@/lib/capabilities/mapping/contract'
import { stageMapping } from '@/lib/capabilities/mapping/services/stage-mapping'
import { withRoute } from '@/lib/platform/http/with-route'

/** Stages a mapping for review: a proposal that creates a paused connection. A mapping of thousands of columns is some megabytes. */
export const POST = withRoute(
  {
    permission: 'proposals.write',
    body: stageMappingRequestSchema,
    response: stageMappingResponseSchema,
    status: 201,
    bodyMaxBytes: sourceTextBytesMax,
  },
  ({ ctx, body }) => stageMapping(ctx, body),
)
