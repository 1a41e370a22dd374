'use client'

import { type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { showToast } from '@/components/ui/toast'

export type RemoveButtonProps<Removed> = {
  /** What is removed, as people named it. */
  name: string
  mutation: UseMutationOptions<Removed, Error, void>
  isDisabled: boolean
  /** What goes with it, and what stays. */
  children: ReactNode
}

/** Asks first, then takes something out of the settings and says so. */
export function RemoveButton<Removed>({ name, mutation, isDisabled, children }: RemoveButtonProps<Removed>) {
  const [isAsking, setIsAsking] = useState(false)
  const shown = revealInvisible(name)
  const remove = useMutation({
    ...mutation,
    // Not at the call: the removal takes this component away before a call's own callback is due.
    onSuccess: () => showToast(`${shown} is removed.`),
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
        title={`Remove ${shown}?`}
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
          {children}
          <ProblemMessage error={remove.error} what="Removing it" />
        </div>
      </Dialog>
    </>
  )
}
