import { Message } from '@/components/ui/message'
import { ProblemError } from '@/lib/platform/http/fetch-json'
import { Sentence } from './sentence'

export type RefusalProps = {
  /** What a mutation threw, or null. */
  error: Error | null
  /** What the person wanted: "Approving", "The comment". */
  what: string
}

/** Says in place why the server did not do it, in its own sentence, with the id to quote. Typed text stays in its field. */
export function Refusal({ error, what }: RefusalProps) {
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
      <Sentence text={problem?.sentence ?? 'Something went wrong in this page.'} />
      {problem?.status === 409 && ' What you see is being read again; your text is kept.'}
    </Message>
  )
}
