import { createPreviewRequestSchema, previewCreatedSchema } from '@/lib/capabilities/model/contract'
import { requestPreview } from '@/lib/capabilities/model/services/request-preview'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks the worker for the exact bytes a task would send. */
export const POST = withRoute(
  { permission: 'model-usage.read', body: createPreviewRequestSchema, response: previewCreatedSchema, status: 202 },
  ({ ctx, body }) => requestPreview(ctx, body),
)
