import { z } from 'zod'
import { acceptedSchema } from '@/lib/capabilities/model/contract'
import { requestProviderTest } from '@/lib/capabilities/model/services/request-provider-test'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks the worker to test a provider. */
export const POST = withRoute(
  {
    permission: 'models.configure',
    params: z.object({ providerId: z.uuid() }),
    response: acceptedSchema,
    status: 202,
  },
  ({ ctx, params }) => requestProviderTest(ctx, params.providerId),
)
