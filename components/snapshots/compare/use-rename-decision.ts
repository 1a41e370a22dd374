'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { rightReason } from '@/components/connections/right-reason'
import { showToast } from '@/components/ui/toast'
import { decideRenameMutation } from '@/lib/control-loop/diff/queries'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import type { ComparedRename } from './prepare-comparison'

export interface RenameDecision {
  decide: (rename: ComparedRename, isSame: boolean) => void
  isPending: boolean
  error: Error | null
  /** Why this person cannot decide; null when they can. */
  refusal: string | null
}

/** What a person says of a suspected rename. It changes nothing outside: it decides what is proposed. */
export function useRenameDecision(connectionId: string, role: Role | null): RenameDecision {
  const client = useQueryClient()
  const mutation = useMutation({
    ...decideRenameMutation(client),
    onSuccess: () => showToast('Recorded. The worker drafts what fits it.'),
  })
  return {
    decide: ({ schema, table, from, to }, isSame) =>
      mutation.mutate({ connectionId, schema, table, from, to, same: isSame }),
    isPending: mutation.isPending,
    error: mutation.error,
    refusal: rightReason(role, 'proposals.write', 'decide this'),
  }
}
