'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemMessage } from '@/components/console/problem-message'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextField } from '@/components/ui/text-field'
import { showToast } from '@/components/ui/toast'
import type { AbsenceList } from '@/lib/control-loop/review/contract'
import { saveAbsenceMutation } from '@/lib/control-loop/review/queries'
import { startAway, toAbsence } from './prepare-away'

export type AwayFormProps = Pick<AbsenceList, 'candidates'>

/** The first and last day, and who stands in. */
export function AwayForm({ candidates }: AwayFormProps) {
  const [draft, setDraft] = useState(() => startAway(Date.now()))
  const save = useMutation(saveAbsenceMutation(useQueryClient()))
  const absence = toAbsence(draft)
  if (candidates.length === 0) {
    return <p className="text-ink-2">Nobody else may decide proposals. An admin adds a steward under People.</p>
  }
  return (
    <form
      className="max-w-[440px] space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!absence) return
        save.mutate(absence, {
          onSuccess: ({ sentence }) => {
            showToast(sentence)
            setDraft({ ...draft, delegateId: null })
          },
        })
      }}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="First day"
          value={draft.firstDay}
          placeholder="2026-12-24"
          onChange={(firstDay) => setDraft({ ...draft, firstDay })}
          isMono
        />
        <TextField
          label="Last day"
          value={draft.lastDay}
          placeholder="2027-01-02"
          onChange={(lastDay) => setDraft({ ...draft, lastDay })}
          isMono
        />
      </div>
      <Select
        label="Stands in"
        placeholder="Choose a person"
        options={candidates.map(({ id, name }) => ({ id, label: name }))}
        value={draft.delegateId}
        onChange={(delegateId) => setDraft({ ...draft, delegateId })}
        hint="Their rights count when they decide, not yours."
      />
      <Button kind="decide" type="submit" isPending={save.isPending} isDisabled={absence === null}>
        Be away
      </Button>
      <ProblemMessage error={save.error} what="The absence" />
    </form>
  )
}
