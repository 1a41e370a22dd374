'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { showToast } from '@/components/ui/toast'
import type { Policies } from '@/lib/control-loop/policy/contract'
import type { Policy } from '@/lib/control-loop/policy/domain/policy'
import { backTestMutation, savePolicyMutation } from '@/lib/control-loop/policy/queries'
import { isSamePolicy } from './edit-rules'

interface Draft {
  baseVersion: number
  policy: Policy
}

/**
 * The draft of the next version, its back-test, and saving it. Without an edit it is the policy in force and follows it; with one it stays on the version
 * it was made from. A result counts only for the very draft it was asked for.
 */
export function usePolicyDraft(present: Pick<Policies, 'version' | 'policy'>) {
  const client = useQueryClient()
  const [draft, setDraft] = useState<Draft | null>(null)
  const [testedVersion, setTestedVersion] = useState(0)
  const test = useMutation(backTestMutation())
  const save = useMutation(savePolicyMutation(client))
  const policy = draft?.policy ?? present.policy
  const isChanged = draft !== null && !isSamePolicy(draft.policy, present.policy)
  const isTested =
    testedVersion === present.version &&
    test.data !== undefined &&
    test.variables !== undefined &&
    isSamePolicy(test.variables.policy, policy)
  return {
    policy,
    isChanged,
    /** Somebody saved another version since this draft was begun. */
    isOvertaken: draft !== null && isChanged && draft.baseVersion !== present.version,
    edit: (next: Policy) => setDraft({ baseVersion: draft?.baseVersion ?? present.version, policy: next }),
    discard: () => {
      setDraft(null)
      test.reset()
      save.reset()
    },
    backTest: () => {
      setTestedVersion(present.version)
      test.mutate({ policy })
    },
    isTesting: test.isPending,
    testError: test.error,
    result: isTested ? test.data : null,
    save: () =>
      save.mutate(
        { baseVersion: present.version, policy },
        {
          onSuccess: ({ version }) => {
            setDraft(null)
            test.reset()
            showToast(`Version ${version} is in force. What waits is judged again.`)
          },
        },
      ),
    isSaving: save.isPending,
    saveError: save.error,
  }
}
export type PolicyDraft = ReturnType<typeof usePolicyDraft>
