'use client'

import { useQuery } from '@tanstack/react-query'
import type { CatalogTablePath } from '@/components/catalog/catalog-table-href'
import { QueryView } from '@/components/connections/query-view'
import { useNow } from '@/components/layout/use-now'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { formatStamp } from '@/components/ui/format-time'
import { Message } from '@/components/ui/message'
import { Section } from '@/components/ui/section'
import type { TableProfileView } from '@/lib/capabilities/quality/contract'
import { tableProfileQuery } from '@/lib/capabilities/quality/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { MeasurementsTable } from './measurements-table'
import { ProfileControls } from './profile-controls'
import { ProfileTable } from './profile-table'
import { TableFrame } from './table-frame'

export type TableProfilePageProps = { path: CatalogTablePath; role: Role | null }

/** The rows of a table as last measured, and how they were before. */
export function TableProfilePage({ path, role }: TableProfilePageProps) {
  const now = useNow()
  const query = useQuery(tableProfileQuery(path.connectionId, path.schema, path.table))
  const measured = query.data?.measured
  return (
    <TableFrame
      path={path}
      part="Profile"
      meta={measured ? describeMeasured(measured, now) : undefined}
      actions={query.data && <ProfileControls view={query.data} role={role} />}
    >
      <QueryView query={query} what="The profile was not read" reading="Reading the profile">
        {(view) => <Profile view={view} />}
      </QueryView>
    </TableFrame>
  )
}

function describeMeasured({ at, profile }: NonNullable<TableProfileView['measured']>, now: Date): string {
  const { rows, sample, key, deletedRows } = profile
  return [
    `${rows.toLocaleString('en-US')} rows`,
    `measured ${formatStamp(at, now)} UTC`,
    ...(sample
      ? [
          `quantiles from ${sample.rows.toLocaleString('en-US')} rows, within ${(sample.rankErrorMax * 100).toFixed(1)} % of their rank`,
        ]
      : ['all rows']),
    ...(key
      ? [
          key.duplicateRows === 0
            ? 'key without doubles'
            : `${key.duplicateRows.toLocaleString('en-US')} doubles of the key`,
        ]
      : []),
    ...(deletedRows ? [`${deletedRows.toLocaleString('en-US')} deleted at the source`] : []),
  ].join(' · ')
}

function Profile({ view }: { view: TableProfileView }) {
  const { latest, measured, history, hasWarehouse, profilesTables } = view
  return (
    <>
      {latest?.state === 'refused' && (
        <Message tone="warn" isBanner title="The last measurement gave nothing.">
          {latest.refusal}
        </Message>
      )}
      {measured ? (
        <ProfileTable profile={measured.profile} />
      ) : (
        <EmptyState
          title={hasWarehouse ? 'This table was not measured yet.' : 'Headgate has no access to this warehouse.'}
          actions={
            <ButtonLink href={hasWarehouse ? `/connections/${view.connection.id}/overview` : '/settings/warehouses'}>
              {hasWarehouse ? 'The connection' : 'Warehouses'}
            </ButtonLink>
          }
        >
          {profilesTables
            ? 'It is measured after the next sync, or now.'
            : 'Measuring after each sync is switched off for this connection.'}
        </EmptyState>
      )}
      {history.length > 0 && (
        <Section title="Measurements" note={String(history.length)} isFollowing>
          <MeasurementsTable runs={history} />
        </Section>
      )}
    </>
  )
}
