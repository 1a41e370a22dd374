'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { PathName } from '@/components/ui/path-name'
import { Sentence } from '@/components/ui/sentence'
import { proposalQuery } from '@/lib/control-loop/proposal/queries'
import type { BatchGroup, Sample } from '@/lib/control-loop/review/contract'
import { openSampledMutation } from '@/lib/control-loop/review/queries'

export type BatchSampleProps = { sample: Sample; members: BatchGroup['members'] }

/** The three that were drawn: each is opened here, with its change and evidence, before the batch counts. */
export function BatchSample({ sample, members }: BatchSampleProps) {
  const [openId, setOpenId] = useState<string | null>(null)
  const open = useMutation(openSampledMutation(useQueryClient(), sample.id))
  return (
    <ul className="space-y-2 text-xs">
      {sample.drawn.map(({ proposalId, isOpened }) => {
        const member = members.find((candidate) => candidate.proposalId === proposalId)
        return (
          <li key={proposalId}>
            <div className="flex items-center gap-2">
              <span className="mono text-ink-3">P-{member?.number}</span>
              <span className="min-w-0 grow">
                <PathName path={member?.path ?? ''} />
              </span>
              {isOpened && <span className="text-ink-3">Opened</span>}
              <Button
                size="sm"
                aria-expanded={openId === proposalId}
                onPress={() => {
                  setOpenId(openId === proposalId ? null : proposalId)
                  if (!isOpened) open.mutate(proposalId)
                }}
              >
                {openId === proposalId ? 'Close' : 'Open'}
              </Button>
            </div>
            {openId === proposalId && <Opened proposalId={proposalId} />}
          </li>
        )
      })}
    </ul>
  )
}

function Opened({ proposalId }: { proposalId: string }) {
  const { data } = useQuery(proposalQuery(proposalId))
  if (!data) return <p className="py-1 text-ink-3">Reading it…</p>
  return (
    <ul className="mt-1 border-s-2 border-line ps-3 leading-5 text-ink-2">
      {data.fields
        .filter(({ moves }) => moves)
        .map((field) => (
          <li key={`${field.path}-${field.field}`}>
            {field.field}: {field.now} → <b className="font-medium text-ink">{field.proposed}</b>
          </li>
        ))}
      {data.evidence.map((entry) => (
        <li key={entry.text}>
          {entry.verdict === 'against' && 'Against: '}
          <Sentence text={entry.text} />
        </li>
      ))}
      <li>
        <Sentence text={data.wayBack.sentence} />
      </li>
    </ul>
  )
}
