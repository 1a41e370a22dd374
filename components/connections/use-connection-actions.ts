'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { showToast } from '@/components/ui/toast'
import { refreshConnectionMutation, syncConnectionMutation } from '@/lib/control-loop/connection/queries'

export interface ConnectionActions {
  refresh: () => void
  sync: () => void
  isRefreshing: boolean
  isSyncing: boolean
  /** What the last try met, and which it was; no error after it went through. */
  problem: { error: Error | null; what: string }
}

/** Our own re-reading and Fivetran's sync of one connection. Both are accepted work: the worker does it, the page shows it under way. */
export function useConnectionActions(connection: { id: string; name: string }): ConnectionActions {
  const client = useQueryClient()
  const refresh = useMutation({
    ...refreshConnectionMutation(client, connection.id),
    onSuccess: () => showToast(`Refresh of ${connection.name} is under way.`),
  })
  const sync = useMutation({
    ...syncConnectionMutation(client, connection.id),
    onSuccess: () => showToast(`Fivetran is asked to sync ${connection.name} now.`),
  })
  return {
    refresh: () => refresh.mutate(),
    sync: () => sync.mutate(),
    isRefreshing: refresh.isPending,
    isSyncing: sync.isPending,
    problem: sync.error ? { error: sync.error, what: 'The sync' } : { error: refresh.error, what: 'The refresh' },
  }
}
