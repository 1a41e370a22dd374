'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Sparkle } from 'lucide-react'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { type AdviceRequest, adviceTextLengthMax, subjectOf } from '@/lib/capabilities/advice/domain/advice'
import { adviceQuery, latestAdviceQuery, requestAdviceMutation } from '@/lib/capabilities/advice/queries'

export type ReadDocumentProps = {
  name: string
  text: string
  /** The answer is being mapped. */
  isMapping: boolean
  onRead: (adviceId: string) => void
}

/** Has a model read documentation into tables; the rules then map what it read. Says why where no model can be asked. */
export function ReadDocument({ name, text, isMapping, onRead }: ReadDocumentProps) {
  // An answer is about the text it was asked with: another text begins anew.
  const [question, setQuestion] = useState<{ id: string; text: string } | null>(null)
  const askedId = question?.text === text ? question.id : null
  const request: AdviceRequest = { kind: 'read-source', name, source: 'documentation', text }
  const readiness = useQuery(latestAdviceQuery({ kind: 'read-source', subject: subjectOf({ ...request, name: '-' }) }))
  const ask = useMutation(requestAdviceMutation(useQueryClient()))
  const asked = useQuery(adviceQuery(askedId))
  const state = asked.data?.state
  const isReading = ask.isPending || state === 'waiting' || (askedId !== null && asked.isPending)
  const refusal = readiness.data?.ready.why ?? null
  const size =
    text.trim() === ''
      ? 'Paste or choose something first.'
      : text.length > adviceTextLengthMax
        ? 'That is more than a model reads at once: paste a part of it.'
        : null
  return (
    <div className="grid gap-3">
      {state === 'failed' && asked.data?.problem && (
        <Message tone="warn" isAlert title="The documentation was not read.">
          {revealInvisible(asked.data.problem)}
        </Message>
      )}
      {state === 'answered' && asked.data?.result?.kind === 'read-source' && (
        <p role="status" className="text-xs text-ink-2">
          {asked.data.model && <span className="mono">{revealInvisible(asked.data.model)}</span>} read{' '}
          {asked.data.result.tables.length} {asked.data.result.tables.length === 1 ? 'table' : 'tables'}:{' '}
          <span className="mono wrap-anywhere">
            {asked.data.result.tables.map((table) => revealInvisible(table.name)).join(', ')}
          </span>
          . The rules map them; you edit what comes of it.
        </p>
      )}
      <ProblemMessage error={ask.error ?? asked.error} what="Your question" />
      <div className="flex flex-wrap items-center gap-2">
        {state === 'answered' && askedId !== null && (
          <Button kind="decide" isPending={isMapping} onPress={() => onRead(askedId)}>
            Map what was read
          </Button>
        )}
        <Button
          icon={<Icon of={Sparkle} />}
          isPending={isReading}
          disabledReason={refusal ?? size}
          onPress={() => ask.mutate(request, { onSuccess: ({ id }) => setQuestion({ id, text }) })}
        >
          {isReading ? 'The model reads…' : state === 'answered' ? 'Read it again' : 'Have a model read it'}
        </Button>
      </div>
    </div>
  )
}
