'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sheet } from '@/components/ui/sheet'
import type { BatchList } from '@/lib/control-loop/review/contract'
import { sampleQuery } from '@/lib/control-loop/review/queries'
import { BatchSample } from './batch-sample'
import { toMember } from './prepare-batch'

export type WaitingBatchSheetProps = {
  batch: BatchList['waiting'][number]
  onClose: () => void
  actions: (isReady: boolean) => ReactNode
}

/** A very large batch as its second person sees it: three drawn for them, and the exact list. */
export function WaitingBatchSheet({ batch, onClose, actions }: WaitingBatchSheetProps) {
  const sample = useQuery({ ...sampleQuery(batch.members.map(toMember)), enabled: batch.refusal === null })
  const isReady = sample.data?.drawn.every(({ isOpened }) => isOpened) ?? false
  const listed = batch.members.map((member) => ({ ...member, connectionId: '' }))
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`${batch.createdBy} approved ${batch.members.length} together`}
      note={batch.refusal ?? 'So many need a second person. Yours is the approval that counts.'}
      actions={actions(isReady)}
    >
      {sample.data && sample.data.drawn.length > 0 && (
        <section className="border-b border-line px-6 py-3.5">
          <h3 className="mb-1.5 text-sm font-semibold">Three drawn for you</h3>
          <BatchSample sample={sample.data} members={listed} />
        </section>
      )}
      <section className="px-6 py-3.5">
        <h3 className="mb-1.5 text-sm font-semibold">The list</h3>
        <ul className="text-xs leading-5">
          {batch.members.map((member) => (
            <li key={member.proposalId}>
              <span className="mono text-ink-3">P-{member.number}</span>{' '}
              <span className="mono">{revealInvisible(member.path)}</span>{' '}
              <span className="text-ink-3">{revealInvisible(member.connectionName)}</span>
            </li>
          ))}
        </ul>
      </section>
    </Sheet>
  )
}
