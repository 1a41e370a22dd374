'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { catalogTableHref } from '@/components/catalog/catalog-table-href'
import { QueryView } from '@/components/connections/query-view'
import { rightReason } from '@/components/connections/right-reason'
import { PageFrame } from '@/components/layout/page-frame'
import { PageHeader } from '@/components/layout/page-header'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { DefinitionList } from '@/components/ui/definition-list'
import { EmptyState } from '@/components/ui/empty-state'
import { formatStamp } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { Segmented } from '@/components/ui/segmented'
import { Sentence } from '@/components/ui/sentence'
import { Tag } from '@/components/ui/tag'
import type { CheckDetail } from '@/lib/capabilities/quality/contract'
import { checkQuery } from '@/lib/capabilities/quality/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { CheckState } from './check-state'
import { CheckStrip } from './check-strip'
import { ProposeCheckDialog } from './propose-check-dialog'
import { dayRanges, qualityParams } from './quality-params'
import { ResultsTable } from './results-table'
import { tablePath } from './table-path'

export type CheckPageProps = { checkId: string; role: Role | null }

/** One check: what is promised, who accepted it, and what each run found. */
export function CheckPage({ checkId, role }: CheckPageProps) {
  const [{ days }, setParams] = useQueryStates({ days: qualityParams.days })
  const query = useQuery(checkQuery(checkId, days))
  return (
    <PageFrame
      crumbs={[
        { label: 'Quality', href: '/quality' },
        { label: query.data ? revealInvisible(query.data.check.title.replaceAll('`', '')) : 'Check' },
      ]}
    >
      <QueryView query={query} what="The check was not read" reading="Reading the check">
        {(detail) => (
          <CheckView
            detail={detail}
            role={role}
            range={
              <Segmented
                label="Days"
                size="sm"
                options={dayRanges.map((range) => ({ id: String(range), label: `${range} d` }))}
                value={String(days)}
                onChange={(id) => setParams({ days: dayRanges.find((range) => String(range) === id) ?? 14 })}
              />
            }
          />
        )}
      </QueryView>
    </PageFrame>
  )
}

const rhythmWords = { 'after-sync': 'after each sync', hourly: 'every hour', daily: 'every day' } as const

function CheckView({ detail, role, range }: { detail: CheckDetail; role: Role | null; range: React.ReactNode }) {
  const now = useNow()
  const [isRetiring, setRetiring] = useState(false)
  const { check, results, isCut } = detail
  const path = { connectionId: check.connection.id, schema: check.schema, table: check.table }
  return (
    <>
      <PageHeader
        title={<Sentence text={check.title} />}
        status={
          <>
            <CheckState state={check.state} />
            {check.terms.blocking && <Tag kind="outside">blocking</Tag>}
            {check.retired && <Tag>retired</Tag>}
          </>
        }
        actions={
          !check.retired && (
            <Button
              disabledReason={rightReason(role, 'proposals.write', 'propose changes')}
              onPress={() => setRetiring(true)}
            >
              Propose to retire
            </Button>
          )
        }
      />
      <DefinitionList
        gutter="page"
        items={[
          {
            term: 'Rows of',
            value: (
              <Link href={`${catalogTableHref(path)}/checks`} look="plain">
                <PathName path={tablePath(check)} />
              </Link>
            ),
          },
          { term: 'Promised', value: check.bound },
          { term: 'Found', value: check.last?.found ?? 'no run yet' },
          { term: 'Looks', value: rhythmWords[check.terms.runs] },
          {
            term: 'Otherwise',
            value: `${check.terms.severity === 'fail' ? 'it fails' : 'it warns'}${check.terms.blocking ? ', and a pause of the connection is proposed' : ''}`,
          },
          {
            term: check.retired ? 'Retired by' : 'Accepted by',
            value: check.retired
              ? `${check.retired.by}, ${formatStamp(check.retired.at, now)} UTC`
              : `${check.acceptedBy}, ${formatStamp(check.acceptedAt, now)} UTC`,
          },
          { term: 'Decided in', value: <Link href={`/approvals/${check.proposalId}`}>the proposal</Link> },
          ...(check.terms.promise.kind === 'accepted-values'
            ? [
                {
                  term: 'Values',
                  value: <span className="mono">{check.terms.promise.values.map(revealInvisible).join(', ')}</span>,
                },
              ]
            : []),
          { term: 'Last 20 runs', value: <CheckStrip check={check} /> },
        ]}
      />
      <Section
        title="Runs"
        note={isCut ? `the latest ${results.length}` : String(results.length)}
        actions={range}
        isFollowing
      >
        {results.length === 0 ? (
          <EmptyState title="It was not looked at in this time.">A run follows each sync, or the clock.</EmptyState>
        ) : (
          <ResultsTable results={results} />
        )}
      </Section>
      {isRetiring && (
        <ProposeCheckDialog
          kind="retire-check"
          path={path}
          title={check.title}
          terms={check.terms}
          reason=""
          isOpen
          onOpenChange={setRetiring}
        />
      )}
    </>
  )
}
