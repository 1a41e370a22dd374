'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Layers } from 'lucide-react'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import type { BatchGroup, BatchList } from '@/lib/control-loop/review/contract'
import { batchesQuery, confirmBatchMutation } from '@/lib/control-loop/review/queries'
import { BatchSheet } from './batch-sheet'
import { WaitingBatchSheet } from './waiting-batch-sheet'

export type BatchOffersProps = { hrefOf: (proposalId: string) => string }

const row = 'flex w-full items-center gap-2 px-4 py-1.5 text-start text-xs hover:bg-surface-2 max-md:min-h-11'

/** Above the queue: what looks alike and may be decided together, and the large batches that wait for a second person. */
export function BatchOffers({ hrefOf }: BatchOffersProps) {
  const batches = useQuery(batchesQuery())
  const confirm = useMutation(confirmBatchMutation(useQueryClient()))
  const [group, setGroup] = useState<BatchGroup | null>(null)
  const [waiting, setWaiting] = useState<BatchList['waiting'][number] | null>(null)
  const groups = batches.data?.groups ?? []
  const waits = batches.data?.waiting ?? []
  if (groups.length + waits.length === 0 && !group && !waiting) return null
  return (
    <div className="shrink-0 border-b border-line py-1">
      {waits.map((batch) => (
        <button key={batch.id} type="button" className={row} onClick={() => setWaiting(batch)}>
          <Icon of={Layers} />
          <span className="min-w-0 grow truncate">
            {batch.createdBy} approved {batch.members.length} together: a second person confirms
          </span>
        </button>
      ))}
      {groups.map((candidate) => (
        <button key={candidate.key} type="button" className={row} onClick={() => setGroup(candidate)}>
          <Icon of={Layers} />
          <span className="min-w-0 grow truncate">
            {candidate.verb}: {candidate.members.length} look alike in {candidate.service}
          </span>
          <span className="shrink-0 text-ink-3">
            {candidate.exceptions.length > 0 && `${candidate.exceptions.length} aside`}
          </span>
        </button>
      ))}
      {group && <BatchSheet group={group} hrefOf={hrefOf} onClose={() => setGroup(null)} />}
      {waiting && (
        <WaitingBatchSheet
          batch={waiting}
          onClose={() => setWaiting(null)}
          actions={(isReady) => (
            <>
              <Button
                kind="decide"
                size="lg"
                isPending={confirm.isPending}
                isDisabled={!isReady || waiting.refusal !== null}
                onPress={() =>
                  confirm.mutate(waiting.id, {
                    onSuccess: ({ sentence }) => {
                      showToast(sentence, { state: 'approved' })
                      setWaiting(null)
                    },
                  })
                }
              >
                Confirm {waiting.members.length}
              </Button>
              <ProblemMessage error={confirm.error} what="The confirmation" />
            </>
          )}
        />
      )}
    </div>
  )
}
