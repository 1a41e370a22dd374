import type { Metadata } from 'next'
import { NoRight } from '@/components/console/no-right'
import { TableChecksPage } from '@/components/quality/table-checks-page'
import { requirePageActor } from '@/lib/platform/auth/actor'

export const metadata: Metadata = { title: 'Checks' }
export const dynamic = 'force-dynamic'

const crumbs = [{ label: 'Catalog', href: '/catalog' }]

/** What a table's rows are held to, and what is suggested. */
export default async function Page({
  params,
}: {
  params: Promise<{ connectionId: string; schema: string; table: string }>
}) {
  const { actor, denied } = await requirePageActor('quality.read')
  if (denied) return <NoRight crumbs={crumbs} permission="quality.read" what="measurements and checks" />
  const { connectionId, schema, table } = await params
  return (
    <TableChecksPage
      path={{ connectionId, schema: decodeURIComponent(schema), table: decodeURIComponent(table) }}
      role={actor.role}
    />
  )
}
