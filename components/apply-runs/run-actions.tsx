'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CirclePause, RotateCcw, Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import type { ApplyRunDetail } from '@/lib/control-loop/apply/contract'
import { proposeRevertMutation, retryApplyRunMutation, stopApplyRunMutation } from '@/lib/control-loop/apply/queries'

export type RunActionsProps = { run: Pick<ApplyRunDetail, 'id' | 'proposal' | 'can' | 'state' | 'stepsDone'> }

/** Stop, retry and propose the way back, as the state and one's rights allow. What is refused says so here. */
export function RunActions({ run }: RunActionsProps) {
  const client = useQueryClient()
  const router = useRouter()
  const stop = useMutation(stopApplyRunMutation(client, run.id))
  const retry = useMutation(retryApplyRunMutation(client, run.id))
  const revert = useMutation(proposeRevertMutation(client, run.id))
  const isMoving = run.state === 'waiting' || run.state === 'applying'
  return (
    <div className="flex flex-col items-end gap-1.5">
      <div className="flex flex-wrap items-center justify-end gap-1.5">
        <ButtonLink href={`/approvals/${run.proposal.id}`}>{`P-${run.proposal.number}`}</ButtonLink>
        {run.can.revert && (
          <Button
            icon={<Icon of={Undo2} />}
            isPending={revert.isPending}
            onPress={() =>
              revert.mutate(undefined, {
                onSuccess: ({ id, number }) => {
                  showToast(`P-${number} proposes the way back. It needs its own approval.`, { state: 'in-review' })
                  router.push(`/approvals/${id}`)
                },
              })
            }
          >
            Propose revert
          </Button>
        )}
        {run.can.retry && (
          <Button
            kind="effect"
            icon={<Icon of={RotateCcw} />}
            isPending={retry.isPending}
            onPress={() => retry.mutate()}
          >
            Retry from the failed step
          </Button>
        )}
        {isMoving && (
          <Button
            kind="danger-outline"
            icon={<Icon of={CirclePause} />}
            isPending={stop.isPending}
            isDisabled={!run.can.stop}
            onPress={() => stop.mutate()}
          >
            Stop after this step
          </Button>
        )}
      </div>
      {isMoving && !run.can.stop && (
        <p className="text-xs text-ink-3">{run.can.refusal ?? 'A stop is asked for; the step under way ends first.'}</p>
      )}
      <ProblemMessage error={stop.error ?? retry.error ?? revert.error} what="It" />
    </div>
  )
}
