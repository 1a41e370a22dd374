import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { TableProfilePage } from '@/components/quality/table-profile-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Profile' }
export const dynamic = 'force-dynamic'

const crumbs = [{ label: 'Catalog', href: '/catalog' }]

/** What was measured of a table's rows. */
export default async function Page({
  params,
}: {
  params: Promise<{ connectionId: string; schema: string; table: string }>
}) {
  const { actor, denied } = await requirePageActor('quality.read')
  if (denied) return <NoRight crumbs={crumbs} permission="quality.read" what="measurements and checks" />
  const { connectionId, schema, table } = await params
  return (
    <TableProfilePage
      path={{ connectionId, schema: decodeURIComponent(schema), table: decodeURIComponent(table) }}
      role={actor.role}
    />
  )
}
