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
  const remove = useMutation(removeProviderMutation(useQueryClient(), provider.id))
  const name = revealInvisible(provider.name)

  function confirm() {
    remove.mutate(undefined, {
      onSuccess: () => {
        showToast(`${name} is removed.`)
        setIsAsking(false)
      },
    })
  }

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
            <Button kind="decide" onPress={confirm} isPending={remove.isPending}>
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
