'use client'

import { Button } from '@/components/ui/button'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { ProblemError } from '@/lib/platform/http/fetch-json'
import { faultLine, findLine } from './prepare-source'

export type SourceProblemProps = {
  error: Error
  /** What was sent; null for a connection. */
  text: string | null
}

const excerptLengthMax = 200

/** Why a source was not mapped: its line is shown, and a pasted one can be gone to. */
export function SourceProblem({ error, text }: SourceProblemProps) {
  const problem = error instanceof ProblemError ? error : null
  const line = problem === null ? null : faultLine(problem)
  const place = line === null || text === null ? null : findLine(text, line)
  const excerpt = place === null || text === null ? '' : text.slice(place.from, place.to).slice(0, excerptLengthMax)
  return (
    <Message
      tone={problem !== null && problem.status > 0 && problem.status < 500 ? 'warn' : 'bad'}
      isAlert
      title="No mapping was proposed."
      correlationId={problem?.correlationId}
      actions={
        place !== null && (
          <Button size="sm" onPress={() => goTo(place)}>
            Go to line {line}
          </Button>
        )
      }
    >
      {revealInvisible(problem?.sentence ?? 'Something went wrong in this page.')}
      {excerpt.trim() !== '' && (
        <span className="mt-1 block">
          <span className="text-ink-3">{line} </span>
          <code className="mono wrap-anywhere">
            {revealInvisible(excerpt.replaceAll('\t', '  ').replace(/\r$/, ''))}
          </code>
        </span>
      )}
    </Message>
  )
}

/** Selects the line in the field it was pasted into; a file has no field. */
function goTo({ from, to }: { from: number; to: number }): void {
  const field = document.querySelector<HTMLTextAreaElement>('main textarea')
  if (field === null) return
  // The browser scrolls to the caret only on focus, so the caret is put there first.
  field.setSelectionRange(from, from)
  field.blur()
  field.focus()
  field.setSelectionRange(from, to)
}
