'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sentence } from '@/components/ui/sentence'
import { Sheet } from '@/components/ui/sheet'
import type { BatchGroup, BatchResult } from '@/lib/control-loop/review/contract'
import { sampleQuery, submitBatchMutation } from '@/lib/control-loop/review/queries'
import { BatchResultList } from './batch-result-list'
import { BatchSample } from './batch-sample'
import { distribution, sameness, toMember } from './prepare-batch'

export type BatchSheetProps = {
  group: BatchGroup
  hrefOf: (proposalId: string) => string
  onClose: () => void
}

const heading = 'mb-1.5 text-sm font-semibold'
const section = 'border-b border-line px-6 py-3.5 last:border-b-0'

/** Decides look-alikes together: where they are, what was pulled out and why, the exact list, and what a large batch asks for first. */
export function BatchSheet({ group, hrefOf, onClose }: BatchSheetProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [result, setResult] = useState<BatchResult | null>(null)
  // The list as it was when it was opened: what arrives or changes later is not in it.
  const [listed] = useState(group.members)
  const chosen = listed.filter(({ proposalId }) => !left.has(proposalId))
  const members = chosen.map(toMember)
  const sample = useQuery({ ...sampleQuery(members), enabled: members.length > 1 && result === null })
  const submit = useMutation(submitBatchMutation(useQueryClient()))
  const unopened = sample.data?.drawn.filter(({ isOpened }) => !isOpened).length ?? 0
  const needsSecond = sample.data?.needsSecond ?? false
  const words = needsSecond ? `Ask a second person about ${members.length}` : `Approve ${members.length}`
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`${group.verb}: ${listed.length} look alike`}
      note={`Each of ${group.service}, ${sameness(group)}. Approving starts nothing; each is applied by itself.`}
      actions={
        result ? (
          <Button size="lg" onPress={onClose}>
            Close
          </Button>
        ) : (
          <>
            <Button
              kind="decide"
              size="lg"
              isPending={submit.isPending}
              isDisabled={members.length < 2 || !sample.data || unopened > 0}
              onPress={() => submit.mutate({ decision: 'approve', reason: null, members }, { onSuccess: setResult })}
            >
              {words}
            </Button>
            <Button size="lg" onPress={onClose}>
              Cancel
            </Button>
            <span className="ms-auto text-end text-xs text-ink-3">
              {unopened > 0
                ? `Open ${unopened} of those drawn below first.`
                : 'One that changes meanwhile drops out and is named.'}
            </span>
          </>
        )
      }
    >
      {result ? (
        <section className={section}>
          <BatchResultList result={result} />
        </section>
      ) : (
        <>
          <section className={section}>
            <h3 className={heading}>Where they are</h3>
            <p className="text-xs text-ink-2">
              <Sentence text={`${distribution(chosen)}.`} />
            </p>
          </section>
          {group.exceptions.length > 0 && (
            <section className={section}>
              <h3 className={heading}>
                {group.exceptions.length === 1 ? '1 needs your eyes' : `${group.exceptions.length} need your eyes`}
              </h3>
              <ul className="text-xs leading-5">
                {group.exceptions.map((exception) => (
                  <li key={exception.proposalId}>
                    <a href={hrefOf(exception.proposalId)} className="mono underline decoration-line-2">
                      P-{exception.number}
                    </a>{' '}
                    <span className="mono">{revealInvisible(exception.path)}</span>{' '}
                    <span className="text-ink-2">{exception.why}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {sample.data && sample.data.drawn.length > 0 && (
            <section className={section}>
              <h3 className={heading}>Three drawn for you</h3>
              <BatchSample sample={sample.data} members={chosen} />
            </section>
          )}
          <section className={section}>
            <h3 className={heading}>The list</h3>
            <ul className="text-xs leading-5">
              {listed.map((member) => (
                <li key={member.proposalId}>
                  <Checkbox
                    isSelected={!left.has(member.proposalId)}
                    onChange={(isIn) => {
                      const next = new Set(left)
                      if (isIn) next.delete(member.proposalId)
                      else next.add(member.proposalId)
                      setLeft(next)
                    }}
                  >
                    <span className="mono text-ink-3">P-{member.number}</span>{' '}
                    <span className="mono">{revealInvisible(member.path)}</span>{' '}
                    <span className="text-ink-3">
                      {revealInvisible(member.connectionName)}, rev {member.revision}
                    </span>
                  </Checkbox>
                </li>
              ))}
            </ul>
          </section>
          <div className="px-6 pb-4">
            <ProblemMessage error={submit.error ?? sample.error} what="The batch" />
          </div>
        </>
      )}
    </Sheet>
  )
}
