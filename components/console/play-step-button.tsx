'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { Tooltip } from '@/components/ui/tooltip'
import { playScenarioStepMutation } from '@/lib/control-loop/overview/queries'
import { ProblemError } from '@/lib/platform/http/fetch-json'

/** In the demo only: lets the made-up source change as it would by itself. Headgate is not told; it finds out as it always does. */
export function PlayStepButton() {
  const client = useQueryClient()
  const play = useMutation(playScenarioStepMutation(client))

  function playStep() {
    play.mutate(undefined, {
      onSuccess: () => showToast('The source changes now. Headgate finds out by the next sync or refresh.'),
    })
  }

  const refusal = play.error instanceof ProblemError ? play.error.sentence : null
  return (
    <span className="hidden items-center gap-2 xl:inline-flex">
      {refusal && (
        <span role="alert" className="max-w-56 truncate text-xs text-bad-ink" title={refusal}>
          {refusal}
        </span>
      )}
      <Tooltip content="Demo: the sandbox plays the next step of its scenario, as if somebody had changed the source. Headgate finds out by itself.">
        <Button kind="quiet" size="sm" icon={<Icon of={FlaskConical} />} isPending={play.isPending} onPress={playStep}>
          Play a source change
        </Button>
      </Tooltip>
    </span>
  )
}
