'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { countOf } from '@/components/connections/count-of'
import { PageHeader } from '@/components/layout/page-header'
import { SplitPane } from '@/components/layout/split-pane'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Message } from '@/components/ui/message'
import { PathName } from '@/components/ui/path-name'
import { Tag } from '@/components/ui/tag'
import type { Mapping, MappingAnswer } from '@/lib/capabilities/mapping/contract'
import { renderingsQuery } from '@/lib/capabilities/mapping/queries'
import { CollisionBanner } from './collision-banner'
import { countMapping } from './count-mapping'
import { DocumentsPane } from './documents-pane'
import { countEdits, editColumn, editTable } from './edit-mapping'
import { MappedTable } from './mapped-table'
import { sourceKindWords } from './mapping-words'
import { SchemaChoice } from './schema-choice'
import { StageSheet } from './stage-sheet'
import type { MappingDraft } from './use-mapping-draft'
import { useSettled } from './use-settled'

export type MappingEditorProps = {
  draft: MappingDraft
  onEdit: (change: (mapping: Mapping) => Mapping) => void
  onUndoAll: () => void
  onClose: () => void
  onProposed: (answer: MappingAnswer) => void
}

/** Step two: each table with its columns, edited in place, beside the documents they become. */
export function MappingEditor({ draft, onEdit, onUndoAll, onClose, onProposed }: MappingEditorProps) {
  const { answer, mapping, revision, resets } = draft
  const [isStaging, setIsStaging] = useState(false)
  const [staged, setStaged] = useState<{ id: string; number: number } | null>(null)
  const [openTables, setOpenTables] = useState<ReadonlySet<string>>(() => new Set([mapping.tables[0]?.source ?? '']))
  const settled = useSettled(
    useMemo(() => ({ revision, mapping }), [revision, mapping]),
    300,
  )
  const proposed = { collisions: answer.collisions, documents: answer.documents }
  const renderings = useQuery({
    ...renderingsQuery(answer.id, settled.revision, settled.mapping),
    initialData: settled.revision === 0 ? proposed : undefined,
  })
  const collisions = renderings.data?.collisions ?? answer.collisions
  const edits = useMemo(() => countEdits(answer.mapping, mapping), [answer.mapping, mapping])
  useLeaveWarning(edits > 0)

  const toggle = (source: string) =>
    setOpenTables((open) => {
      const next = new Set(open)
      if (!next.delete(source)) next.add(source)
      return next
    })
  return (
    <SplitPane
      endLabel="Documents"
      endWidth={328}
      isEndContent
      end={
        <DocumentsPane
          query={renderings}
          isBehind={settled.revision !== revision || renderings.isPlaceholderData}
          hasCollisions={collisions.length > 0}
        />
      }
    >
      <PageHeader
        title={<PathName path={[answer.source.name]} size="title" />}
        status={<Tag>{sourceKindWords[answer.source.kind]}</Tag>}
        meta={
          <>
            {answer.source.snapshot !== null && `snapshot ${answer.source.snapshot} · `}
            {countMapping(mapping, answer.notes, collisions)}
          </>
        }
        actions={
          <>
            <Button isDisabled={edits === 0} onPress={onUndoAll}>
              Undo all edits
            </Button>
            <Button onPress={onClose}>Another source</Button>
            <Button kind="decide" onPress={() => setIsStaging(true)}>
              Stage for review
            </Button>
          </>
        }
      />
      <p role="status" className="px-5 pb-2 text-xs text-ink-2">
        {edits === 0 ? 'As proposed, nothing edited yet.' : `${countOf(edits, 'edit')}, kept in this tab only.`}
      </p>
      {staged && (
        <Message
          tone="wait"
          isBanner
          title={`P-${staged.number} waits for review.`}
          actions={<ButtonLink href={`/approvals/${staged.id}`} size="sm">{`Open P-${staged.number}`}</ButtonLink>}
        >
          Somebody else approves it. Edits from here on are not in it.
        </Message>
      )}
      <StageSheet
        source={{ name: answer.source.name, mapping }}
        isOpen={isStaging}
        onOpenChange={setIsStaging}
        onStaged={(proposal) => {
          setStaged(proposal)
          setIsStaging(false)
        }}
      />
      <SchemaChoice source={answer.source} hasEdits={edits > 0} onProposed={onProposed} />
      <CollisionBanner collisions={collisions} />
      {mapping.tables.map((table, at) => (
        <MappedTable
          key={`${table.source}-${resets}`}
          table={table}
          mapping={mapping}
          proposed={answer.mapping.tables[at]}
          note={answer.notes[at]}
          collisions={collisions.filter((one) => one.table === table.source || one.sources.includes(table.source))}
          isOpen={openTables.has(table.source)}
          isNameFixed={answer.source.kind === 'connection'}
          onToggle={() => toggle(table.source)}
          onEditTable={(edit) => onEdit((now) => editTable(now, table.source, edit))}
          onEditColumn={(column, edit) => onEdit((now) => editColumn(now, { table: table.source, column }, edit))}
        />
      ))}
    </SplitPane>
  )
}

/** A reload loses the edits: the browser asks first. */
function useLeaveWarning(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOn])
}
