import { mappingAnswerSchema, mappingRequestSchema, sourceTextBytesMax } from '@/lib/capabilities/mapping/contract'
import { proposeFromSource } from '@/lib/capabilities/mapping/services/propose-from-source'
import { withRoute } from '@/lib/platform/http/with-route'

/** Proposes how to sync a source. Written as JSON a text of many quotes is up to twice as long. */
export const POST = withRoute(
  {
    permission: 'proposals.write',
    body: mappingRequestSchema,
    response: mappingAnswerSchema,
    bodyMaxBytes: 2 * sourceTextBytesMax + 4_096,
  },
  ({ ctx, body }) => proposeFromSource(ctx, body),
)
