'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { rotateWebhookSecretMutation } from '@/lib/control-loop/connection/queries'

export type RotateSecretProps = {
  /** Why it cannot be rotated now, or by whoever looks; null when it can. */
  disabledReason: string | null
}

/** Asks first, then begins a new signing secret for deliveries. Nobody sees either secret. */
export function RotateSecret({ disabledReason }: RotateSecretProps) {
  const [isAsking, setIsAsking] = useState(false)
  const rotate = useMutation(rotateWebhookSecretMutation(useQueryClient()))

  function ask(isOpen: boolean) {
    rotate.reset()
    setIsAsking(isOpen)
  }

  function confirm() {
    rotate.mutate(undefined, {
      onSuccess: () => {
        showToast('The worker registers the fresh secret. The previous one stays valid.')
        setIsAsking(false)
      },
    })
  }

  return (
    <>
      <Button size="sm" icon={<Icon of={RotateCw} />} onPress={() => ask(true)} disabledReason={disabledReason}>
        Rotate the secret
      </Button>
      <Dialog
        isOpen={isAsking}
        onOpenChange={ask}
        isAlert
        title="Rotate the signing secret?"
        actions={
          <>
            <Button kind="effect" onPress={confirm} isPending={rotate.isPending}>
              Rotate the secret
            </Button>
            <Button kind="quiet" onPress={() => ask(false)} hasAutoFocus>
              Cancel
            </Button>
          </>
        }
      >
        <div className="grid gap-2">
          <p>The worker makes a fresh secret and gives it to Fivetran. There is nothing to copy.</p>
          <p>
            The previous secret stays valid until the next rotation: deliveries that are on their way with it are kept.
          </p>
          <ProblemMessage error={rotate.error} what="The rotation" />
        </div>
      </Dialog>
    </>
  )
}
