'use client'

import { useQuery } from '@tanstack/react-query'
import { QueryProblem } from '@/components/console/query-problem'
import { CodeBlock } from '@/components/ui/code-block'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatCount } from '@/components/ui/format-count'
import { formatMoney } from '@/components/ui/format-money'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Skeleton } from '@/components/ui/skeleton'
import type { Preview } from '@/lib/capabilities/model/contract'
import { previewQuery } from '@/lib/capabilities/model/queries'

export type PreviewBodyProps = { previewId: string }

/** A preview as the worker made it: where it would go, what was masked, what it would cost at most, and the body byte for byte. */
export function PreviewBody({ previewId }: PreviewBodyProps) {
  const query = useQuery(previewQuery(previewId))
  if (query.error) {
    return <QueryProblem title="The preview was not read." error={query.error} onRetry={() => query.refetch()} />
  }
  if (!query.data || query.data.state === 'under-way') {
    return <Skeleton label="Making the preview" rows={4} look="block" />
  }
  const preview = query.data
  if (preview.body === null) {
    return (
      <Message tone="plain">{preview.problem ? revealInvisible(preview.problem) : 'Nothing would be sent.'}</Message>
    )
  }
  return (
    <div className="grid gap-3">
      <DefinitionList items={facts(preview)} />
      <div className="rounded-2 bg-surface-2">
        {/* Escapes stay as they are sent: what hides in a name is seen here as the model would get it. */}
        <CodeBlock label="The body, byte for byte" code={revealInvisible(preview.body)} isCopyable />
      </div>
      <p className="text-xs text-ink-3">Nothing was sent. Made by the worker as the question itself would be.</p>
    </div>
  )
}

function facts(preview: Preview): { term: string; value: string }[] {
  const { address, model, provider, bytes, inputTokensEstimate, worstCaseMicros, masked } = preview
  const known = [
    { term: 'To', value: address === null ? null : revealInvisible(address) },
    {
      term: 'Model',
      value: model === null ? null : revealInvisible(provider === null ? model : `${model}, ${provider}`),
    },
    {
      term: 'Size',
      value:
        bytes === null
          ? null
          : `${formatCount(bytes)} bytes${inputTokensEstimate === null ? '' : `, about ${formatCount(inputTokensEstimate)} tokens`}`,
    },
    { term: 'Costs', value: worstCaseMicros === null ? null : `${formatMoney(worstCaseMicros)} at most` },
    { term: 'Masked', value: masked.length === 0 ? 'nothing had to be masked' : revealInvisible(masked.join(', ')) },
  ]
  return known.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))
}
