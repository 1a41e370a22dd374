'use client'

import { useQuery } from '@tanstack/react-query'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterMenu } from '@/components/ui/filter-menu'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { SearchField } from '@/components/ui/search-field'
import { Toolbar } from '@/components/ui/toolbar'
import { statusQuery } from '@/lib/control-loop/overview/queries'
import { auditActionNames } from '@/lib/platform/audit/audit-actions'
import { peopleQuery } from '@/lib/platform/auth/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { type AuditParams, auditHref } from './audit-params'
import { ChainCheck } from './chain-check'

export type AuditToolbarProps = {
  params: AuditParams
  role: Role | null
  onChange: (change: Partial<AuditParams>) => void
}

const periods = [
  { id: 'today' as const, label: 'Today' },
  { id: '7d' as const, label: '7 days' },
  { id: '30d' as const, label: '30 days' },
]

/** What an event may be about, as the log names it. */
const objectTypes = [
  'account',
  'advice',
  'apply-run',
  'change',
  'connection',
  'delivery',
  'destination',
  'job',
  'model-call',
  'model-provider',
  'model-settings',
  'model-task',
  'person',
  'proposal',
  'secret',
].map((type) => ({ id: type, label: type }))

const actions = auditActionNames.map((action) => ({ id: action, label: action }))

/** Which events are shown; every choice is part of the address. */
export function AuditToolbar({ params, role, onChange }: AuditToolbarProps) {
  const people = useQuery({ ...peopleQuery(), staleTime: 60_000 })
  const { data: status } = useQuery(statusQuery())
  const actors = [
    { id: 'system', label: 'Headgate' },
    ...(people.data?.items ?? []).map(({ id, name }) => ({ id, label: revealInvisible(name) })),
  ]
  const object = params.objectId ? `${params.object ?? 'object'} ${params.objectId.slice(0, 8)}` : null
  return (
    <Toolbar
      label="Which events"
      end={
        <>
          <ChainCheck />
          {can(role, 'jobs.read') && (
            <Link href="/activity/jobs">
              {status && status.deadJobs > 0 ? `${status.deadJobs} dead jobs` : 'Dead jobs'}
            </Link>
          )}
        </>
      }
    >
      <FilterMenu
        label="Period"
        options={periods}
        value={params.period === 'all' ? null : params.period}
        onChange={(period) => onChange({ period: period ?? 'all' })}
      />
      <FilterMenu label="Actor" options={actors} value={params.actor} onChange={(actor) => onChange({ actor })} />
      <FilterMenu label="Action" options={actions} value={params.action} onChange={(action) => onChange({ action })} />
      <FilterMenu
        label="Object"
        options={objectTypes}
        value={params.object}
        onChange={(chosen) => onChange({ object: chosen, objectId: null })}
      />
      {object && (
        <FilterChip href={auditHref(params, { objectId: null })} isOn>
          Only {object} ×
        </FilterChip>
      )}
      {params.correlation && (
        <FilterChip href={auditHref(params, { correlation: null })} isOn>
          Correlation <span className="mono">{params.correlation.slice(0, 12)}</span> ×
        </FilterChip>
      )}
      <SearchField
        label="Find an object or a person"
        value={params.q}
        onChange={(q) => onChange({ q })}
        width="md"
        keys="/"
      />
    </Toolbar>
  )
}
