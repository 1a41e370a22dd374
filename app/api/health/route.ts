import { version } from '@/lib/platform/config/env'
import { isDatabaseReachable } from '@/lib/platform/db/is-database-reachable'

export const dynamic = 'force-dynamic'

/** Ready to serve: this process can reach its database. */
export async function GET(): Promise<Response> {
  const database = await isDatabaseReachable()
  return Response.json(
    { status: database ? 'ok' : 'unavailable', database, version },
    { status: database ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
