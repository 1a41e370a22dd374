import { z } from 'zod'
import { acceptedSchema } from '@/lib/control-loop/connection/contract'
import { requestWarehouseTest } from '@/lib/control-loop/connection/services/request-warehouse-test'
import { withRoute } from '@/lib/platform/http/with-route'

/** Asks for a test of the stored warehouse access. */
export const POST = withRoute(
  {
    permission: 'settings.write',
    params: z.object({ destinationId: z.uuid() }),
    response: acceptedSchema,
    status: 202,
  },
  ({ ctx, params }) => requestWarehouseTest(ctx, params.destinationId),
)
