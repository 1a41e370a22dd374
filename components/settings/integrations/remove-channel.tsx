'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { showToast } from '@/components/ui/toast'
import type { ChannelView } from '@/lib/control-loop/notify/contract'
import { removeChannelMutation } from '@/lib/control-loop/notify/queries'

export type RemoveChannelProps = { channel: Pick<ChannelView, 'id' | 'name'>; isDisabled: boolean }

/** Asks first, then takes a channel out with its key and what waits for it. */
export function RemoveChannel({ channel, isDisabled }: RemoveChannelProps) {
  const [isAsking, setIsAsking] = useState(false)
  const name = revealInvisible(channel.name)
  const remove = useMutation({
    ...removeChannelMutation(useQueryClient(), channel.id),
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
          <p>Its key goes with it, and so does what waits to be told.</p>
          <p>Messages and tickets that are out there stay as they are; nobody closes them any more.</p>
          <ProblemMessage error={remove.error} what="Removing it" />
        </div>
      </Dialog>
    </>
  )
}
