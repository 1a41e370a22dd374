'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Sheet } from '@/components/ui/sheet'
import { showToast } from '@/components/ui/toast'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { delegateMutation } from '@/lib/control-loop/review/queries'

export type DelegateSheetProps = {
  detail: ProposalDetail
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Hands an item to somebody who may decide it. Only those are listed; the server looks again when that person decides. */
export function DelegateSheet({ detail, isOpen, onOpenChange }: DelegateSheetProps) {
  const [toId, setToId] = useState<string | null>(null)
  const delegate = useMutation(delegateMutation(useQueryClient(), detail.id))
  const candidates = detail.turn?.candidates ?? []
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Hand over P-${detail.number}`}
      note={`${detail.title}. You keep watching it under Handed over.`}
      actions={
        <>
          <Button
            kind="decide"
            size="lg"
            isPending={delegate.isPending}
            isDisabled={toId === null}
            onPress={() =>
              delegate.mutate(toId, {
                onSuccess: ({ sentence }) => {
                  showToast(sentence)
                  onOpenChange(false)
                },
              })
            }
          >
            Hand over
          </Button>
          <Button size="lg" onPress={() => onOpenChange(false)}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="space-y-4 px-6 py-4">
        {candidates.length === 0 ? (
          <p className="text-ink-2">Nobody else may decide it: they wrote it, are away, or have another role.</p>
        ) : (
          <Select
            label="To"
            placeholder="Choose a person"
            options={candidates.map(({ id, name }) => ({ id, label: name }))}
            value={toId}
            onChange={setToId}
            hint="Whoever wrote or edited it, and whoever is away, is not listed."
          />
        )}
        <ProblemMessage error={delegate.error} what="The handing over" />
      </div>
    </Sheet>
  )
}
