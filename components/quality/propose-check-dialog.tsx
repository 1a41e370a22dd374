'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { Sentence } from '@/components/ui/sentence'
import { TextArea } from '@/components/ui/text-area'
import { qualityKeys } from '@/lib/capabilities/quality/query-keys'
import { draftProposalRequestSchema } from '@/lib/control-loop/proposal/contract'
import type { CheckTerms } from '@/lib/control-loop/proposal/domain/check-promise'
import { draftProposalMutation } from '@/lib/control-loop/proposal/queries'

export type ProposeCheckDialogProps = {
  kind: 'add-check' | 'retire-check'
  path: { connectionId: string; schema: string; table: string }
  title: string
  terms: CheckTerms
  /** What speaks for it, offered as the reason. */
  reason: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Proposes to put a check in force or to retire it. Another person approves it; it looks at nothing before that. */
export function ProposeCheckDialog(props: ProposeCheckDialogProps) {
  const { kind, path, title, terms, reason, isOpen, onOpenChange } = props
  const router = useRouter()
  const client = useQueryClient()
  const draft = useMutation(draftProposalMutation(client))
  const [rationale, setRationale] = useState(reason)
  const [severity, setSeverity] = useState(terms.severity)
  const [blocking, setBlocking] = useState(terms.blocking)
  const isAdded = kind === 'add-check'

  function propose() {
    const { connectionId, schema, table } = path
    const parsed = draftProposalRequestSchema.safeParse({
      connectionId,
      actions: [{ kind, schema, table, check: isAdded ? { ...terms, severity, blocking } : terms }],
      rationale,
    })
    if (!parsed.success) return
    draft.mutate(parsed.data, {
      onSuccess: async ({ id }) => {
        await client.invalidateQueries({ queryKey: qualityKeys.all })
        router.push(`/approvals/${id}`)
      },
    })
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={isAdded ? 'Propose this check' : 'Propose to retire this check'}
      size="md"
      actions={
        <>
          <Button
            kind="decide"
            onPress={propose}
            isPending={draft.isPending}
            disabledReason={rationale.trim() === '' ? 'Say why.' : null}
          >
            Propose
          </Button>
          <Button kind="quiet" onPress={() => onOpenChange(false)}>
            Cancel
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>
          <Sentence text={title} />
        </p>
        {isAdded && (
          <>
            <Segmented
              label="When it does not hold"
              size="sm"
              options={[
                { id: 'fail', label: 'It fails' },
                { id: 'warn', label: 'It warns' },
              ]}
              value={severity}
              onChange={setSeverity}
            />
            <Checkbox isSelected={blocking} onChange={setBlocking}>
              A failure proposes to pause the connection
            </Checkbox>
          </>
        )}
        <TextArea label="Why" value={rationale} onChange={setRationale} rows={3} maxLength={2_000} />
        <ProblemMessage error={draft.error} what="Proposing" />
      </div>
    </Dialog>
  )
}
