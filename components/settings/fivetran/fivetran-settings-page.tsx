'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { Skeleton } from '@/components/ui/skeleton'
import { fivetranSettingsQuery } from '@/lib/control-loop/connection/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { SettingsFrame } from '../settings-frame'
import { FivetranAside } from './fivetran-aside'
import { FivetranForms } from './fivetran-forms'

export type FivetranSettingsPageProps = { role: Role | null }

/** The account: its key, what the key may do, how often it is read; beside it, what comes in and goes out. */
export function FivetranSettingsPage({ role }: FivetranSettingsPageProps) {
  const query = useQuery(fivetranSettingsQuery())
  const settings = query.data
  return (
    <SettingsFrame
      name="Fivetran"
      end={settings?.account ? <FivetranAside settings={settings} mayEdit={can(role, 'settings.write')} /> : undefined}
      endLabel="Webhook, calls and destinations"
    >
      {settings ? (
        <FivetranForms settings={settings} role={role} />
      ) : query.error ? (
        <QueryProblem
          title="The account's settings were not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading the account" rows={8} />
      )}
    </SettingsFrame>
  )
}
