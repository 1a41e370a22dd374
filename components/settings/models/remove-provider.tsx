'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { showToast } from '@/components/ui/toast'
import type { ProviderView } from '@/lib/capabilities/model/contract'
import { removeProviderMutation } from '@/lib/capabilities/model/queries'

export type RemoveProviderProps = { provider: Pick<ProviderView, 'id' | 'name'>; isDisabled: boolean }

/** Asks first, then takes a provider out with its key and prices. */
export function RemoveProvider({ provider, isDisabled }: RemoveProviderProps) {
  const [isAsking, setIsAsking] = useState(false)
  const name = revealInvisible(provider.name)
  const remove = useMutation({
    ...removeProviderMutation(useQueryClient(), provider.id),
    // Not at the call: the removal takes this component away before a call's own callback is due.
    onSuccess: () => showToast(`${name} is removed.`),
  })

  return (
    <>
      <Button size="sm" kind="quiet" onPress={() => setIsAsking(true)} isDisabled={isDisabled}>
        Remove…
      </Button>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        isAlert
        title={`Remove ${name}?`}
        actions={
          <>
            <Button kind="decide" onPress={() => remove.mutate()} isPending={remove.isPending}>
              Remove it
            </Button>
            <Button kind="quiet" onPress={() => setIsAsking(false)} hasAutoFocus>
              Cancel
            </Button>
          </>
        }
      >
        <div className="grid gap-2">
          <p>
            Its key and prices go with it. Tasks that name it ask the next model in order, or use the built-in rules.
          </p>
          <p>Calls made to it stay in the ledger.</p>
          <ProblemMessage error={remove.error} what="Removing it" />
        </div>
      </Dialog>
    </>
  )
}
