'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { Skeleton } from '@/components/ui/skeleton'
import { modelSettingsQuery } from '@/lib/capabilities/model/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { SettingsFrame } from '../settings-frame'
import { ModelsSettings } from './models-settings'

export type ModelsSettingsPageProps = { role: Role | null }

/** Which language models may be asked, for what, at what cost, and the switch that stops them all. */
export function ModelsSettingsPage({ role }: ModelsSettingsPageProps) {
  const query = useQuery(modelSettingsQuery())
  return (
    <SettingsFrame name="Models">
      {query.data ? (
        <ModelsSettings settings={query.data} mayEdit={can(role, 'models.configure')} />
      ) : query.error ? (
        <QueryProblem
          title="The models’ settings were not read."
          error={query.error}
          onRetry={() => query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : (
        <Skeleton label="Reading the models" rows={8} />
      )}
    </SettingsFrame>
  )
}
