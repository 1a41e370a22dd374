'use client'

import { RotateCw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Icon } from '@/components/ui/icon'
import { ProblemError } from '@/lib/platform/http/fetch-json'

export type QueryProblemProps = {
  /** What did not happen: "The changes were not read." */
  title: string
  error: Error
  /** What still holds. */
  holds?: string
  onRetry: () => void
  isRetrying?: boolean
}

/** A read that failed, in its place: what was not read, why, what holds, trying again, the id to quote. */
export function QueryProblem({ title, error, holds, onRetry, isRetrying }: QueryProblemProps) {
  const problem = error instanceof ProblemError ? error : null
  return (
    <ErrorState
      title={title}
      cause={problem?.sentence ?? 'Something went wrong in this page.'}
      holds={holds ?? 'Nothing was changed.'}
      actions={
        <Button icon={<Icon of={RotateCw} />} onPress={onRetry} isPending={isRetrying}>
          Try again
        </Button>
      }
      correlationId={problem?.correlationId}
    />
  )
}
