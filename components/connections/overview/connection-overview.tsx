'use client'

import { MeasuringSection } from '@/components/quality/measuring-section'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { ConnectionFrame } from '../connection-frame'
import { ConnectionFacts } from './connection-facts'
import { FreshnessSection } from './freshness-section'
import { HealthSection } from './health-section'
import { OwnerSection } from './owner-section'
import { SyncsSection } from './syncs-section'
import { WaitingSection } from './waiting-section'

export type ConnectionOverviewProps = { connectionId: string; role: Role | null }

/** Is it healthy, and why not; then what waits here and what is known of it. */
export function ConnectionOverview({ connectionId, role }: ConnectionOverviewProps) {
  return (
    <ConnectionFrame connectionId={connectionId} tab="overview" role={role}>
      {(connection) => <Overview connection={connection} role={role} />}
    </ConnectionFrame>
  )
}

function Overview({ connection, role }: { connection: ConnectionDetail; role: Role | null }) {
  return (
    <div className="grid grow grid-cols-1 xl:grid-cols-[minmax(0,1fr)_376px]">
      <div className="min-w-0">
        <HealthSection connection={connection} />
        <FreshnessSection connection={connection} role={role} />
        <SyncsSection connection={connection} />
        <MeasuringSection connectionId={connection.id} role={role} />
      </div>
      <div className="min-w-0 border-line max-xl:border-t xl:border-s">
        <WaitingSection connection={connection} />
        <ConnectionFacts connection={connection} />
        <OwnerSection connection={connection} role={role} />
      </div>
    </div>
  )
}
