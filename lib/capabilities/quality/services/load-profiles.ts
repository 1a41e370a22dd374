import { db } from '@/lib/platform/db/client'
import { columnProfileSchema, type TableProfile, tableProfileSchema } from '../domain/profile/table-profile'

export interface KeptProfile {
  runId: string
  at: Date
  syncedAt: Date | null
  profile: TableProfile
}

/** The last measurements of a table, newest first, as they were kept. */
export async function loadProfiles(
  path: { connectionId: string; schema: string; table: string },
  limit: number,
): Promise<KeptProfile[]> {
  const { connectionId, schema, table } = path
  const runs = await db.profileRun.findMany({
    where: { connectionId, schema, table, state: 'measured' },
    include: { columns: { orderBy: { column: 'asc' } } },
    orderBy: { finishedAt: 'desc' },
    take: limit,
  })
  return runs.map((run) => ({
    runId: run.id,
    at: run.finishedAt ?? run.plannedAt,
    syncedAt: run.syncedAt,
    profile: tableProfileSchema.parse({
      ...(run.profile as object),
      columns: run.columns.map(({ profile }) => columnProfileSchema.parse(profile)),
    }),
  }))
}
