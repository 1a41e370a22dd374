'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { PathName } from '@/components/ui/path-name'
import { Sentence } from '@/components/ui/sentence'
import { TextArea } from '@/components/ui/text-area'
import { showToast } from '@/components/ui/toast'
import type { ConnectionDetail } from '@/lib/control-loop/connection/contract'
import { connectionQuery } from '@/lib/control-loop/connection/queries'
import { describeAction } from '@/lib/control-loop/proposal/domain/describe-actions'
import { draftProposalMutation } from '@/lib/control-loop/proposal/queries'
import type { ConnectionSchema } from '@/lib/control-loop/snapshot/contract'
import { connectionSchemaQuery } from '@/lib/control-loop/snapshot/queries'
import { countOf } from '../count-of'
import { answeredChanges } from './answered-changes'
import { subjectOf } from './stage-action'
import type { Draft } from './use-draft'

export type StagedDraftProps = { connection: ConnectionDetail; schema: ConnectionSchema; draft: Draft }

const rationaleMax = 2_000

/** What is staged, and the way to hand it in: one proposal with one reason. It is absent while nothing is staged or refused. */
export function StagedDraft({ connection, schema, draft }: StagedDraftProps) {
  const [isWriting, setIsWriting] = useState(false)
  const { actions, refusal } = draft
  if (actions.length === 0 && !refusal) return null
  return (
    <section
      aria-label="Staged changes"
      className="sticky bottom-0 z-2 shrink-0 border-t border-line-2 bg-canvas max-md:pb-[env(safe-area-inset-bottom)]"
    >
      {refusal && (
        <p role="status" className="border-b border-line px-5 py-2 text-xs text-ink-2 last:border-b-0">
          Not staged. <Sentence text={refusal} />
        </p>
      )}
      {actions.length > 0 && (
        <>
          <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 px-5 py-1.5">
            <b className="font-semibold" role="status">
              {countOf(actions.length, 'change')} staged
            </b>
            <span className="text-xs text-ink-3">Nothing changes before a person approves.</span>
            <span className="ms-auto flex items-center gap-1.5">
              <Button kind="quiet" onPress={draft.clear}>
                Discard
              </Button>
              {!isWriting && (
                <Button kind="decide" onPress={() => setIsWriting(true)}>
                  Propose…
                </Button>
              )}
            </span>
          </div>
          <StagedList draft={draft} />
          {isWriting && (
            <ProposeForm connection={connection} schema={schema} draft={draft} onClose={() => setIsWriting(false)} />
          )}
        </>
      )}
    </section>
  )
}

function StagedList({ draft }: { draft: Draft }) {
  return (
    <ul className="max-h-28 overflow-y-auto border-t border-line px-5 py-1">
      {draft.actions.map((action) => {
        const { verb, path } = describeAction(action)
        const segments = [
          'schema' in action ? action.schema : undefined,
          'table' in action ? action.table : undefined,
          'column' in action ? action.column : undefined,
        ].filter((part) => part !== undefined)
        return (
          <li key={subjectOf(action)} className="flex min-h-7 items-center gap-2 text-xs">
            <span className="font-medium whitespace-nowrap">{verb}</span>
            <PathName path={segments.length > 0 ? segments : ['the connection']} />
            <span className="ms-auto">
              <IconButton
                icon={<Icon of={X} size={12} />}
                label={`Take back ${verb.toLowerCase()} ${path}`}
                size="sm"
                onPress={() => draft.unstage(action)}
              />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function ProposeForm({ connection, schema, draft, onClose }: StagedDraftProps & { onClose: () => void }) {
  const client = useQueryClient()
  const router = useRouter()
  const [rationale, setRationale] = useState('')
  const changeIds = answeredChanges(draft.actions, schema)
  const propose = useMutation({
    ...draftProposalMutation(client),
    onSuccess: async ({ id, number }) => {
      draft.clear()
      onClose()
      showToast(`P-${number} waits for review.`, {
        state: 'in-review',
        action: { label: `Open P-${number}`, onPress: () => router.push(`/approvals/${id}`) },
      })
      await Promise.all([
        client.invalidateQueries({ queryKey: connectionSchemaQuery(connection.id).queryKey }),
        client.invalidateQueries({ queryKey: connectionQuery(connection.id).queryKey }),
      ])
    },
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (rationale.trim() === '') return
    propose.mutate({ connectionId: connection.id, actions: draft.actions, rationale: rationale.trim(), changeIds })
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-2 border-t border-line px-5 py-3">
      <TextArea
        label="Why"
        hint="The person who approves reads this beside the plan. You cannot approve it yourself."
        value={rationale}
        onChange={setRationale}
        maxLength={rationaleMax}
        rows={2}
        isRequired
        hasAutoFocus
      />
      <ProblemMessage error={propose.error} what="The proposal" />
      <div className="flex flex-wrap items-center gap-1.5">
        <Button type="submit" kind="decide" isDisabled={rationale.trim() === ''} isPending={propose.isPending}>
          Propose {countOf(draft.actions.length, 'change')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Not yet
        </Button>
        {changeIds.length > 0 && (
          <span className="text-xs text-ink-3">Answers {countOf(changeIds.length, 'open change')}.</span>
        )}
      </div>
    </form>
  )
}
