'use client'

import { Camera, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { ConnectionDetail, ConnectionSummary } from '@/lib/control-loop/connection/contract'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { rightReason } from './right-reason'
import type { ConnectionActions } from './use-connection-actions'

export type ConnectionButtonsProps = {
  connection: ConnectionSummary
  underWay: ConnectionDetail['underWay']
  role: Role | null
  actions: ConnectionActions
  /** The key caps are printed only where the keys are bound. */
  hasKeys?: boolean
  /** False where another button of the view is the solid one. */
  hasSync?: boolean
}

/** Refresh is ours and quiet; Sync now takes effect in Fivetran and is water. */
export function ConnectionButtons(props: ConnectionButtonsProps) {
  const { connection, underWay, role, actions, hasKeys = false, hasSync = true } = props
  const isRefreshing = actions.isRefreshing || underWay.includes('refresh')
  const isSyncing = actions.isSyncing || underWay.includes('sync') || connection.health === 'syncing'
  return (
    <>
      <Button
        icon={<Icon of={Camera} />}
        keys={hasKeys ? 'R' : undefined}
        isDisabled={isRefreshing}
        disabledReason={rightReason(role, 'connections.refresh', 'refresh connections')}
        onPress={actions.refresh}
      >
        {isRefreshing ? 'Refreshing' : 'Refresh'}
      </Button>
      {hasSync && (
        <Button
          kind="effect"
          icon={<Icon of={Play} />}
          keys={hasKeys ? 'Y' : undefined}
          isDisabled={isSyncing}
          disabledReason={rightReason(role, 'connections.sync', 'start syncs') ?? syncRefusal(connection)}
          onPress={actions.sync}
        >
          {isSyncing ? 'Syncing' : 'Sync now'}
        </Button>
      )}
    </>
  )
}

/** What stands in the way of a sync, in words. */
function syncRefusal(connection: ConnectionSummary): string | null {
  if (connection.health === 'removed') return 'It is no longer in the Fivetran account.'
  if (connection.health === 'incomplete') return 'Its set-up was never finished in Fivetran.'
  if (connection.health === 'broken') return 'It is broken: reconnect it in Fivetran first.'
  return connection.paused ? 'It is paused.' : null
}
