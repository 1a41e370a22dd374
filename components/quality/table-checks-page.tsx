'use client'

import { useQuery } from '@tanstack/react-query'
import type { CatalogTablePath } from '@/components/catalog/catalog-table-href'
import { catalogTableHref } from '@/components/catalog/catalog-table-href'
import { QueryView } from '@/components/connections/query-view'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Section } from '@/components/ui/section'
import { Sentence } from '@/components/ui/sentence'
import type { TableChecks } from '@/lib/capabilities/quality/contract'
import { tableChecksQuery } from '@/lib/capabilities/quality/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { CheckFiles } from './check-files'
import { ChecksTable } from './checks-table'
import { SuggestionRow } from './suggestion-row'
import { TableFrame } from './table-frame'

export type TableChecksPageProps = { path: CatalogTablePath; role: Role | null }

/** What the rows of a table are held to, what waits, and what its measurements suggest. */
export function TableChecksPage({ path, role }: TableChecksPageProps) {
  const query = useQuery(tableChecksQuery(path.connectionId, path.schema, path.table))
  return (
    <TableFrame path={path} part="Checks">
      <QueryView query={query} what="The checks were not read" reading="Reading the checks">
        {(found) => <Checks found={found} path={path} role={role} />}
      </QueryView>
    </TableFrame>
  )
}

function Checks({ found, path, role }: { found: TableChecks; path: CatalogTablePath; role: Role | null }) {
  const { checks, waiting, suggestions, measurements } = found
  return (
    <>
      <Section title="In force" note={String(checks.length)} actions={checks.length > 0 && <CheckFiles path={path} />}>
        {checks.length === 0 ? (
          <p className="px-5 py-3 text-xs text-ink-2">This table is held to nothing.</p>
        ) : (
          <ChecksTable label="Checks in force" checks={checks} hasPath={false} />
        )}
      </Section>
      {waiting.length > 0 && (
        <Section title="Waits for approval" note={String(waiting.length)} isFollowing={checks.length === 0}>
          <ul>
            {waiting.map((one) => (
              <li key={`${one.proposalId} ${one.title}`} className="border-b border-line px-5 py-2 text-xs">
                <Link href={`/approvals/${one.proposalId}`}>{`P-${one.number}`}</Link>{' '}
                {one.isRetired ? 'would retire: ' : ''}
                <Sentence text={one.title} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title="Suggested"
        note={
          measurements === 1
            ? `${suggestions.length}, from 1 measurement`
            : `${suggestions.length}, from ${measurements} measurements`
        }
      >
        {suggestions.length === 0 ? (
          <EmptyState
            title={measurements === 0 ? 'The table was not measured yet.' : 'Its measurements suggest nothing more.'}
            actions={measurements === 0 && <ButtonLink href={`${catalogTableHref(path)}/profile`}>Profile</ButtonLink>}
          >
            Suggestions follow from what was measured, and none repeats a check that exists or waits.
          </EmptyState>
        ) : (
          <ul>
            {suggestions.map((suggestion) => (
              <SuggestionRow key={suggestion.key} suggestion={suggestion} path={path} role={role} />
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
