import { ProblemMessage, type ProblemMessageProps } from '@/components/console/problem-message'

/** A refusal over the action bar, where the pressed button is: it stays in view however far the item is scrolled. */
export function BarRefusal({ error, what }: ProblemMessageProps) {
  if (!error) return null
  return (
    <div className="sticky bottom-15 z-10 bg-surface px-4 py-2 max-md:bottom-28 md:px-6">
      <ProblemMessage error={error} what={what} />
    </div>
  )
}
