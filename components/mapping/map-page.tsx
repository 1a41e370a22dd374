'use client'

import { useState } from 'react'
import { PageFrame } from '@/components/layout/page-frame'
import { MappingEditor } from './mapping-editor'
import { type SourceChoice, SourceForm, startChoice } from './source-form'
import { useMappingDraft } from './use-mapping-draft'

/** From a sample, a script, a document or a connection to a proposal for syncing it, edited in place and taken away as documents. */
export function MapPage() {
  const { draft, open, close, edit, undoAll } = useMappingDraft()
  // Kept while the proposal is looked at: another look at the same source does not begin with an empty form.
  const [choice, setChoice] = useState<SourceChoice>(startChoice)
  if (draft === null) {
    return (
      <PageFrame crumbs={[{ label: 'Map a source' }]}>
        <SourceForm choice={choice} onChange={setChoice} onProposed={open} />
      </PageFrame>
    )
  }
  return (
    <PageFrame crumbs={[{ label: 'Map a source' }]} scroll="panes">
      <MappingEditor
        key={draft.answer.id}
        draft={draft}
        onEdit={edit}
        onUndoAll={undoAll}
        onClose={close}
        onProposed={open}
      />
    </PageFrame>
  )
}
