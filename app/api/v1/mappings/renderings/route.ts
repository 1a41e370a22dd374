import { mappingSchema, renderingsSchema, sourceTextBytesMax } from '@/lib/capabilities/mapping/contract'
import { renderMapping } from '@/lib/capabilities/mapping/services/render-mapping'
import { withRoute } from '@/lib/platform/http/with-route'

/** The documents of an edited proposal. */
export const POST = withRoute(
  {
    permission: 'proposals.write',
    body: mappingSchema,
    response: renderingsSchema,
    bodyMaxBytes: sourceTextBytesMax,
  },
  ({ body }) => renderMapping(body),
)
