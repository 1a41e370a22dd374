import { columnProfileSchema } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { db } from '@/lib/platform/db/client'
import { chooseEdges } from '../domain/profiles/choose-edges'

/** The edges on which the numeric columns of a table are to be counted: those of its latest measurement, refined. None before the first. */
export async function findEdges(table: {
  connectionId: string
  schema: string
  table: string
}): Promise<Map<string, number[]>> {
  const latest = await db.profileRun.findFirst({
    where: { ...table, state: 'measured' },
    orderBy: { finishedAt: 'desc' },
    include: { columns: true },
  })
  return chooseEdges((latest?.columns ?? []).map(({ profile }) => columnProfileSchema.parse(profile)))
}
