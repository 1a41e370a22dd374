import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { ProblemError } from '@/lib/platform/http/fetch-json'

export type ApprovalItemStateProps = { error: Error | null; onRetry: () => void }

/** An item that is on its way, or that could not be read. */
export function ApprovalItemState({ error, onRetry }: ApprovalItemStateProps) {
  if (!error) {
    return (
      <div className="pt-4">
        <Skeleton label="Reading the proposal" look="block" rows={3} />
        <div className="mt-6 border-t border-line pt-2">
          <Skeleton label="Reading the change" look="block" rows={8} />
        </div>
      </div>
    )
  }
  const problem = error instanceof ProblemError ? error : null
  const isGone = problem?.status === 404
  return (
    <ErrorState
      title={isGone ? 'There is no such proposal.' : 'This proposal could not be read.'}
      cause={isGone ? 'The address may be mistyped.' : error.message}
      holds="Nothing was decided by this; the queue beside it still works."
      actions={
        isGone ? (
          <ButtonLink href="/approvals">Open the queue</ButtonLink>
        ) : (
          <Button onPress={onRetry}>Read again</Button>
        )
      }
      correlationId={problem?.correlationId}
    />
  )
}
