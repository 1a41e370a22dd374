export const dynamic = 'force-dynamic'

/** Alive: the process answers. Stays green while the database is away, so that nobody restarts what would not help. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
