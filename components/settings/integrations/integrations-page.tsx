'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { Link } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'
import { integrationsQuery } from '@/lib/control-loop/notify/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { SettingsFrame } from '../settings-frame'
import { AddChannel } from './add-channel'
import { ChannelSection } from './channel-section'
import { ThreadsSection } from './threads-section'

export type IntegrationsPageProps = { role: Role | null }

/** Who outside is told when a rule of the policy asks for a message or a ticket, and what became of it. */
export function IntegrationsPage({ role }: IntegrationsPageProps) {
  const query = useQuery(integrationsQuery())
  const mayEdit = can(role, 'settings.write')
  return (
    <SettingsFrame name="Integrations">
      {query.data ? (
        <>
          <header className="px-5 pt-4 pb-3.5 md:px-7">
            <h1 className="text-lg font-semibold tracking-[-0.011em]">Integrations</h1>
            <p className="text-ink-2">
              Who outside is told when a rule of the <Link href="/settings/policies">policy</Link> asks for a message or
              a ticket. Nobody decides out there: every notice links to the decision here.{' '}
              {mayEdit ? 'Admins can edit this page.' : 'You can read this page; admins can edit it.'}
            </p>
          </header>
          {query.data.channels.map((channel) => (
            <ChannelSection key={channel.id} channel={channel} mayEdit={mayEdit} />
          ))}
          <AddChannel isFirst={query.data.channels.length === 0} mayEdit={mayEdit} />
          <ThreadsSection threads={query.data.threads} mayReplay={can(role, 'jobs.replay')} />
        </>
      ) : query.error ? (
        <QueryProblem
          title="The integrations were not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading the integrations" rows={6} />
      )}
    </SettingsFrame>
  )
}
