import { callExportQuerySchema } from '@/lib/capabilities/model/contract'
import { exportCallFile } from '@/lib/capabilities/model/services/export-call-file'
import { withFileRoute } from '@/lib/platform/http/with-file-route'

/** The ledger as a file, under the same filters as its page. */
export const GET = withFileRoute({ permission: 'model-usage.read', query: callExportQuerySchema }, ({ ctx, query }) =>
  exportCallFile(ctx, query),
)
