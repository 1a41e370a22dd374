'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Sparkle } from 'lucide-react'
import type { ReactNode } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { whoMay } from '@/components/console/role-words'
import { useNow } from '@/components/layout/use-now'
import { Button } from '@/components/ui/button'
import { formatDistance } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import type { AdviceView } from '@/lib/capabilities/advice/contract'
import { type AdviceRequest, subjectOf } from '@/lib/capabilities/advice/domain/advice'
import type { AdviceResult } from '@/lib/capabilities/advice/domain/advice-result'
import { latestAdviceQuery, requestAdviceMutation } from '@/lib/capabilities/advice/queries'
import type { CreatePreviewRequest } from '@/lib/capabilities/model/contract'
import { can, type Role } from '@/lib/platform/auth/roles-and-permissions'
import { PreviewButton } from './preview-button'

export type AdviceSectionProps = {
  title: string
  request: AdviceRequest
  /** What a preview of the same question is asked for by. */
  preview: CreatePreviewRequest
  role: Role | null
  gutter?: 'page' | 'inspector'
  /** Draws an answer of the request's kind. */
  children: (result: AdviceResult) => ReactNode
}

const gutters = { page: 'px-5', inspector: 'px-4' } as const

/**
 * Something a model may be asked about what the page shows, with what it said last. Advice only: nothing follows from it by itself.
 * Where no model is set up and none ever answered, nothing is drawn: the page is whole without it.
 */
export function AdviceSection({ title, request, preview, role, gutter = 'page', children }: AdviceSectionProps) {
  const latest = useQuery(latestAdviceQuery({ kind: request.kind, subject: subjectOf(request) }))
  const ask = useMutation(requestAdviceMutation(useQueryClient()))
  if (!latest.data) return null
  const { advice, ready } = latest.data
  if (!ready.ready && advice === null) return null
  const isWaiting = advice?.state === 'waiting'
  const obstacle = can(role, 'advice.request') ? ready.why : `${whoMay('advice.request')} can ask.`
  return (
    <Section title={title} note="✦ AI, advice only" gutter={gutter} isFollowing>
      <div className={`grid gap-2.5 py-3 ${gutters[gutter]}`}>
        {advice && <Answer advice={advice}>{children}</Answer>}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            size="sm"
            icon={<Icon of={Sparkle} />}
            onPress={() => ask.mutate(request)}
            isPending={ask.isPending || isWaiting}
            disabledReason={obstacle}
          >
            {isWaiting ? 'The model is asked…' : advice ? 'Ask again' : 'Ask a model'}
          </Button>
          {can(role, 'model-usage.read') && ready.ready && <PreviewButton request={preview} />}
        </div>
        <ProblemMessage error={ask.error} what="Asking" />
      </div>
    </Section>
  )
}

function Answer({ advice, children }: { advice: AdviceView; children: AdviceSectionProps['children'] }) {
  const now = useNow()
  if (advice.state === 'waiting') return null
  return (
    <div className="grid gap-1.5">
      {advice.result ? (
        children(advice.result)
      ) : (
        <p className="text-xs text-ink-2">
          No answer: {advice.problem ? revealInvisible(advice.problem) : 'the model said nothing that counts.'}
        </p>
      )}
      <p className="text-xs text-ink-3">
        {advice.model && <span className="mono">{revealInvisible(advice.model)}, </span>}
        asked by {revealInvisible(advice.requestedBy)},{' '}
        {formatDistance(Math.min(Date.parse(advice.finishedAt ?? advice.createdAt), now.getTime()), now)}
        {advice.callId && (
          <>
            {' · '}
            <Link href={`/usage/models/calls/${advice.callId}`} tone="ink-2">
              The call in full
            </Link>
          </>
        )}
      </p>
    </div>
  )
}
