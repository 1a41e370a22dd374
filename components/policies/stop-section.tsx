'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { formatStamp } from '@/components/ui/format-time'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { TextArea } from '@/components/ui/text-area'
import { showToast } from '@/components/ui/toast'
import type { AutomationStopView } from '@/lib/control-loop/policy/contract'
import { releaseAutomationMutation, stopAutomationMutation } from '@/lib/control-loop/policy/queries'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'

export type StopSectionProps = { stop: AutomationStopView | null; startedLastHour: number; role: Role | null }

/** The stop of everything automatic: one press and a reason; it needs neither queue nor worker. */
export function StopSection({ stop, startedLastHour, role }: StopSectionProps) {
  const client = useQueryClient()
  const now = useNow()
  const [isAsking, setIsAsking] = useState(false)
  const [reason, setReason] = useState('')
  const halt = useMutation(stopAutomationMutation(client))
  const release = useMutation(releaseAutomationMutation(client))
  const mayStop = can(role, 'applies.stop')
  const mayRelease = can(role, 'policy.write')
  return (
    <Section title="Everything automatic" gutter="inspector">
      <div className="grid gap-2 px-4 py-2.5">
        {stop ? (
          <>
            <p>
              <b className="font-semibold text-warn-ink">Stopped</b> by {revealInvisible(stop.by)},{' '}
              {formatStamp(stop.at, now)}: {revealInvisible(stop.reason)}
            </p>
            <div>
              <Button
                onPress={() =>
                  release.mutate(undefined, { onSuccess: () => showToast('Automatic changes may start again.') })
                }
                isPending={release.isPending}
                disabledReason={mayRelease ? null : `${whoMay('policy.write')} let it go on.`}
              >
                Let it go on
              </Button>
            </div>
          </>
        ) : (
          <>
            <p className="text-ink-2">
              {startedLastHour === 0
                ? 'Nothing went by itself in the last hour.'
                : `${startedLastHour} went by themselves in the last hour.`}
            </p>
            <div>
              <Button
                kind="danger-outline"
                onPress={() => setIsAsking(true)}
                disabledReason={mayStop ? null : `${whoMay('applies.stop')} stop it.`}
              >
                Stop everything automatic…
              </Button>
            </div>
          </>
        )}
        <ProblemMessage error={release.error} what="Letting it go on" />
      </div>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        isAlert
        title="Stop everything automatic"
        actions={
          <>
            <Button
              kind="decide"
              isDisabled={reason.trim() === ''}
              isPending={halt.isPending}
              onPress={() =>
                halt.mutate(
                  { reason: reason.trim() },
                  {
                    onSuccess: () => {
                      setIsAsking(false)
                      setReason('')
                      showToast('Everything automatic is stopped.')
                    },
                  },
                )
              }
            >
              Stop it now
            </Button>
            <Button kind="quiet" onPress={() => setIsAsking(false)}>
              Cancel
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          <p>
            At once: nothing starts by itself any more, what had not begun goes back to people, and a run ends after the
            step it is in. What people apply goes on.
          </p>
          <TextArea label="Why" value={reason} onChange={setReason} maxLength={500} rows={2} hasAutoFocus />
          <ProblemMessage error={halt.error} what="The stop" />
        </div>
      </Dialog>
    </Section>
  )
}
