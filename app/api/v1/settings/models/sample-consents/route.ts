import {
  sampleConsentListQuerySchema,
  sampleConsentListSchema,
  saveSampleConsentRequestSchema,
} from '@/lib/capabilities/model/contract'
import { listSampleConsents, saveSampleConsent } from '@/lib/capabilities/model/services/sample-consents'
import { withRoute } from '@/lib/platform/http/with-route'

/** Columns of a connection of which masked samples may be shown to a model. */
export const GET = withRoute(
  { permission: 'model-usage.read', query: sampleConsentListQuerySchema, response: sampleConsentListSchema },
  ({ query }) => listSampleConsents(query.connection),
)

/** Allows or withdraws one column. */
export const PUT = withRoute(
  { permission: 'models.configure', body: saveSampleConsentRequestSchema, response: sampleConsentListSchema },
  async ({ ctx, body }) => {
    await saveSampleConsent(ctx, body)
    return listSampleConsents(body.connectionId)
  },
)
