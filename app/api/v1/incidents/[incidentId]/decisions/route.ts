import { z } from 'zod'
import { decidedIncidentSchema, decideIncidentRequestSchema } from '@/lib/capabilities/drift/contract'
import { decideIncident } from '@/lib/capabilities/drift/services/decide-incident'
import { withRoute } from '@/lib/platform/http/with-route'

/** A person acknowledges or closes an incident. */
export const POST = withRoute(
  {
    permission: 'incidents.write',
    params: z.object({ incidentId: z.uuid() }),
    body: decideIncidentRequestSchema,
    response: decidedIncidentSchema,
  },
  ({ ctx, params, body }) => decideIncident(ctx, params.incidentId, body),
)
