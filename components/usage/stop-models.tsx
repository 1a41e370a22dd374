'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Power } from 'lucide-react'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import type { ModelSettings } from '@/lib/capabilities/model/contract'
import { stopModelsMutation } from '@/lib/capabilities/model/queries'

export type StopModelsProps = { stopped: ModelSettings['stopped']; mayStop: boolean }

/** The stop switch with its question, and its opposite once it is on. Works at once, with no job and no model. */
export function StopModels({ stopped, mayStop }: StopModelsProps) {
  const turn = useMutation(stopModelsMutation(useQueryClient()))
  const [isAsking, setIsAsking] = useState(false)
  const [reason, setReason] = useState('')
  const isStopped = stopped !== null
  const label = isStopped ? 'Let models answer again…' : 'Stop all model calls…'

  function ask(isOpen: boolean) {
    turn.reset()
    setReason('')
    setIsAsking(isOpen)
  }

  function confirm() {
    turn.mutate(
      { stopped: !isStopped, reason: reason.trim() },
      {
        onSuccess: () => {
          showToast(isStopped ? 'Models are asked again.' : 'No model is asked any more.')
          setIsAsking(false)
        },
      },
    )
  }

  return (
    <>
      <Button
        icon={<Icon of={Power} size={16} />}
        onPress={() => ask(true)}
        disabledReason={mayStop ? null : `${whoMay('models.configure')} can.`}
      >
        {label}
      </Button>
      <Dialog
        isOpen={isAsking}
        onOpenChange={ask}
        isAlert
        title={isStopped ? 'Let models answer again?' : 'Stop all model calls?'}
        actions={
          <>
            <Button kind="decide" onPress={confirm} isPending={turn.isPending}>
              {isStopped ? 'Let them answer' : 'Stop all calls'}
            </Button>
            <Button kind="quiet" onPress={() => ask(false)} hasAutoFocus>
              Cancel
            </Button>
          </>
        }
      >
        <div className="grid gap-2">
          {isStopped ? (
            <p>From the next question on, models are asked again within their caps.</p>
          ) : (
            <>
              <p>At once, for everybody and every task. Calls under way are cut; what they cost is still counted.</p>
              <p>Everything goes on by the built-in rules, and drafts say so.</p>
              <TextField
                label="Why"
                value={reason}
                onChange={setReason}
                maxLength={400}
                hint="Optional. Shown to everyone and kept in the audit."
              />
            </>
          )}
          <ProblemMessage error={turn.error} what={isStopped ? 'Starting' : 'Stopping'} />
        </div>
      </Dialog>
    </>
  )
}
