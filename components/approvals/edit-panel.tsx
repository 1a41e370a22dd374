'use client'

import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { TextArea } from '@/components/ui/text-area'

export type EditPanelProps = {
  revision: number
  why: string
  onWhy: (why: string) => void
  /** False where nothing in the proposal is a switch: then the panel only says so. */
  canSwitch: boolean
  /** Why it cannot be saved now; null when it can. */
  obstacle: string | null
  isPending: boolean
  error: Error | null
  onSave: () => void
  onCancel: () => void
}

/** Under the change table while it is edited: why, save as the next revision, or leave. Says that the editor cannot approve. */
export function EditPanel({
  revision,
  canSwitch,
  why,
  onWhy,
  obstacle,
  isPending,
  error,
  onSave,
  onCancel,
}: EditPanelProps) {
  if (!canSwitch) {
    return (
      <div className="mt-3 flex flex-wrap items-center gap-2 border-t border-line pt-2.5 text-xs text-ink-2">
        <p>Nothing in it can be switched. Reject it or request changes.</p>
        <Button kind="quiet" onPress={onCancel}>
          Leave it as it is
        </Button>
      </div>
    )
  }
  return (
    <div className="mt-3 space-y-2 border-t border-line pt-2.5">
      <TextArea
        label="Why it should be so"
        value={why}
        onChange={onWhy}
        rows={2}
        maxLength={2000}
        isRequired
        hint={`You become the editor of revision ${revision + 1} and cannot approve it. Approvals of revision ${revision} no longer count; risk and gates are derived again.`}
      />
      <ProblemMessage error={error} what="The edit" />
      <div className="flex flex-wrap items-center gap-1.5">
        <Button kind="decide" onPress={onSave} isPending={isPending} disabledReason={obstacle}>
          Save as revision {revision + 1}
        </Button>
        <Button kind="quiet" onPress={onCancel}>
          Leave it as it is
        </Button>
      </div>
    </div>
  )
}
