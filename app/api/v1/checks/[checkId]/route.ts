import { z } from 'zod'
import { checkDetailQuerySchema, checkDetailSchema } from '@/lib/capabilities/quality/contract'
import { readCheck } from '@/lib/capabilities/quality/services/read-check'
import { withRoute } from '@/lib/platform/http/with-route'

/** One check with its results. */
export const GET = withRoute(
  {
    permission: 'quality.read',
    params: z.object({ checkId: z.uuid() }),
    query: checkDetailQuerySchema,
    response: checkDetailSchema,
  },
  ({ ctx, params, query }) => readCheck(ctx, params.checkId, query.days),
)
