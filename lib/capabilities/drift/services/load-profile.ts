import { columnProfileSchema, tableProfileSchema } from '@/lib/capabilities/quality/domain/profile/table-profile'
import type { Db, Tx } from '@/lib/platform/db/client'
import type { ProfileSide } from '../domain/profiles/profile-side'

const tablePartSchema = tableProfileSchema.omit({ columns: true })

/** What one measurement found, as far as drift needs it; null when it is gone or measured nothing. */
export async function loadProfile(client: Db | Tx, profileRunId: string): Promise<ProfileSide | null> {
  const run = await client.profileRun.findUnique({
    where: { id: profileRunId },
    include: { columns: { orderBy: { column: 'asc' } } },
  })
  if (run?.state !== 'measured' || run.profile === null) return null
  const table = tablePartSchema.parse(run.profile)
  return {
    rows: table.rows,
    keyColumns: table.key?.columns ?? [],
    columns: run.columns.map(({ profile }) => columnProfileSchema.parse(profile)),
  }
}
