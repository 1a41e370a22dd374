'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { formatStamp } from '@/components/ui/format-time'
import { Sheet } from '@/components/ui/sheet'
import { showToast } from '@/components/ui/toast'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { snoozeMutation } from '@/lib/control-loop/review/queries'
import { snoozeChoices } from './prepare-snooze'

export type SnoozeSheetProps = {
  detail: ProposalDetail
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Sets an item aside for a while. When it must be decided stays where it was, and is said. */
export function SnoozeSheet({ detail, isOpen, onOpenChange }: SnoozeSheetProps) {
  const client = useQueryClient()
  const snooze = useMutation(snoozeMutation(client, detail.id))
  const now = Date.now()
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Snooze P-${detail.number}`}
      note={
        detail.dueAt
          ? `Its time keeps running: decide by ${formatStamp(detail.dueAt, now)}. Then it is back, and admins are asked.`
          : 'It leaves the queue of everybody until then.'
      }
    >
      <div className="space-y-2 px-6 py-4">
        <ul className="space-y-1.5">
          {snoozeChoices(now).map(({ id, label, wake, until }) => (
            <li key={id}>
              <Button
                size="lg"
                isFullWidth
                isPending={snooze.isPending && snooze.variables?.wake === wake && snooze.variables.until === until}
                onPress={() =>
                  snooze.mutate(
                    { wake, until },
                    {
                      onSuccess: ({ sentence }) => {
                        showToast(sentence, { action: { label: 'Undo', onPress: () => snooze.mutate(null) } })
                        onOpenChange(false)
                      },
                    },
                  )
                }
              >
                {label}
              </Button>
            </li>
          ))}
        </ul>
        <ProblemMessage error={snooze.error} what="The snooze" />
      </div>
    </Sheet>
  )
}
