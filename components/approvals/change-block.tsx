'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Block } from '@/components/ui/block'
import { formatDistance } from '@/components/ui/format-time'
import { showToast } from '@/components/ui/toast'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import { reviseProposalMutation } from '@/lib/control-loop/proposal/queries'
import { ChangeTable } from './change-table'
import { EditPanel } from './edit-panel'
import { changeNote } from './prepare-change-rows'
import { modelRows } from './prepare-drafting'
import { editActions, editSlots } from './prepare-edit'
import { PresetList } from './preset-list'

export type ChangeBlockProps = {
  detail: ProposalDetail
  now: number
  isEditing: boolean
  onEditEnd: () => void
}

/** What is written: the change table, and while it is edited its switches with the panel that saves them. */
export function ChangeBlock({ detail, now, isEditing, onEditEnd }: ChangeBlockProps) {
  return (
    <Block title="Change" note={changeNote(detail.fields)}>
      {isEditing ? (
        <ChangeEditor detail={detail} now={now} onEditEnd={onEditEnd} />
      ) : (
        <>
          <ChangeTable
            fields={detail.fields.filter(({ field }) => field !== 'preset')}
            feasibility={detail.feasibility}
            readAge={`read ${formatDistance(detail.beforeReadAt, now)}`}
            connectionName={detail.connection.name}
            fromModel={modelRows(detail.drafting)}
            editing={null}
          />
          <PresetList actions={detail.actions} />
        </>
      )}
    </Block>
  )
}

function ChangeEditor({ detail, now, onEditEnd }: Omit<ChangeBlockProps, 'isEditing'>) {
  const client = useQueryClient()
  // What the person started from: a revision that arrives meanwhile must not move the switches under their hands.
  const [start] = useState(detail)
  const [values, setValues] = useState<Record<string, boolean>>({})
  const [why, setWhy] = useState('')
  const revise = useMutation(reviseProposalMutation(client, detail.id))
  const slots = editSlots(start.actions, start.beforeState)
  const actions = editActions(start.actions, slots, values)
  const obstacle =
    actions.length === 0
      ? 'Nothing would change. Reject it instead.'
      : JSON.stringify(actions) === JSON.stringify(editActions(start.actions, slots, {}))
        ? 'Nothing is edited yet.'
        : why.trim() === ''
          ? 'Say why.'
          : null

  function save() {
    revise.mutate(
      { revision: start.revision, actions, rationale: why.trim() },
      {
        onSuccess: ({ revision }) => {
          showToast(`Revision ${revision} is recorded. Somebody else approves it.`, { state: 'in-review' })
          onEditEnd()
        },
      },
    )
  }
  const shown = [
    ...start.fields,
    ...slots
      .filter((slot) => !start.fields.some((field) => field.path === slot.path && field.field === slot.field))
      .map((slot) => ({
        path: slot.path,
        field: slot.field,
        now: slot.live === null ? 'unknown' : slot.live ? 'yes' : 'no',
        proposed: '',
        moves: false,
        note: null,
      })),
  ]
  return (
    <>
      <ChangeTable
        fields={shown}
        feasibility={start.feasibility}
        readAge={`read ${formatDistance(start.beforeReadAt, now)}`}
        connectionName={start.connection.name}
        fromModel={modelRows(start.drafting)}
        editing={{ slots, values, onChange: (key, value) => setValues({ ...values, [key]: value }) }}
      />
      <EditPanel
        revision={start.revision}
        canSwitch={slots.length > 0}
        why={why}
        onWhy={setWhy}
        obstacle={obstacle}
        isPending={revise.isPending}
        error={revise.error}
        onSave={save}
        onCancel={onEditEnd}
      />
    </>
  )
}
