import { z } from 'zod'
import { previewSchema } from '@/lib/capabilities/model/contract'
import { readPreview } from '@/lib/capabilities/model/services/read-preview'
import { withRoute } from '@/lib/platform/http/with-route'

/** A preview, when the worker has made it. */
export const GET = withRoute(
  { permission: 'model-usage.read', params: z.object({ previewId: z.uuid() }), response: previewSchema },
  ({ ctx, params }) => readPreview(ctx, params.previewId),
)
