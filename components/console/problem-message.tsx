import { Message } from '@/components/ui/message'
import { ProblemError } from '@/lib/platform/http/fetch-json'

export type ProblemMessageProps = {
  /** What a mutation threw, or null. */
  error: Error | null
  /** What was wanted, as the start of a sentence: "Saving". */
  what: string
}

/** Why the server did not do it, in its own sentence, where the person asked for it. What was typed stays in its fields. */
export function ProblemMessage({ error, what }: ProblemMessageProps) {
  if (!error) return null
  const problem = error instanceof ProblemError ? error : null
  const isFault = !problem || problem.status === 0 || problem.status >= 500
  return (
    <Message
      tone={isFault ? 'bad' : 'warn'}
      isAlert
      title={isFault ? `${what} did not reach the record.` : `${what} was refused.`}
      correlationId={problem?.correlationId}
    >
      {problem?.sentence ?? 'Something went wrong in this page.'}
    </Message>
  )
}
