import { withRoute } from '@/lib/platform/http/with-route'
import { deadJobListSchema } from '@/lib/platform/jobs/contract'
import { listDeadJobs } from '@/lib/platform/jobs/services/list-dead-jobs'

/** Jobs whose last try failed. */
export const GET = withRoute({ permission: 'jobs.read', response: deadJobListSchema }, () => listDeadJobs())
