import { stagingPlacesSchema } from '@/lib/capabilities/mapping/contract'
import { readStagingPlaces } from '@/lib/capabilities/mapping/services/read-staging-places'
import { withRoute } from '@/lib/platform/http/with-route'

/** Where a mapping may be staged. */
export const GET = withRoute({ permission: 'proposals.write', response: stagingPlacesSchema }, ({ ctx }) =>
  readStagingPlaces(ctx),
)
