import { z } from 'zod'
import { acceptedSchema, saveWarehouseRequestSchema } from '@/lib/control-loop/connection/contract'
import { saveWarehouse } from '@/lib/control-loop/connection/services/save-warehouse'
import { withRoute } from '@/lib/platform/http/with-route'

/** Seals the read-only access to a destination's warehouse; the worker tests it. */
export const PUT = withRoute(
  {
    permission: 'settings.write',
    params: z.object({ destinationId: z.uuid() }),
    body: saveWarehouseRequestSchema,
    response: acceptedSchema,
    status: 202,
  },
  ({ ctx, params, body }) => saveWarehouse(ctx, params.destinationId, body),
)
