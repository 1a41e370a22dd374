'use client'

import { EvidenceList } from '@/components/approvals/evidence-list'
import { Button } from '@/components/ui/button'
import { Sentence } from '@/components/ui/sentence'
import type { ColumnMapping, ColumnNote } from '@/lib/capabilities/mapping/contract'
import type { ColumnEdit } from './edit-mapping'
import { mappedClassWords } from './mapping-words'

export type ColumnWhyProps = {
  column: ColumnMapping
  note: ColumnNote | undefined
  isKey: boolean
  onEdit: (edit: ColumnEdit) => void
}

/** Why a column is proposed so: what it holds and on what ground, the names it could have, what its settings follow from. */
export function ColumnWhy({ column, note, isKey, onEdit }: ColumnWhyProps) {
  const said = [
    ...column.reasons.map((reason) => `${reason}.`),
    isKey ? 'A column of the key is always synced and never hashed.' : null,
    column.nullable ? 'It may be empty.' : 'It is never empty.',
    column.description,
  ].filter((line) => line !== null)
  return (
    <div className="sticky start-5 grid gap-x-8 gap-y-3 py-1 text-xs leading-[18px] max-md:w-[calc(100vw-40px)] md:grid-cols-3">
      <div>
        <h3 className="font-medium">
          {column.class ? `Holds: ${mappedClassWords(column.class)}` : 'Nothing personal found'}
        </h3>
        {note?.class.decidedBy ? (
          <p className="text-ink-2">{note.class.decidedBy} decided it.</p>
        ) : (
          <EvidenceList evidence={note?.class.evidence ?? []} />
        )}
      </div>
      <div>
        <h3 className="font-medium">Names in models</h3>
        <ul>
          {note?.names.map(({ name, reasons }) => (
            <li key={name} className="flex items-start gap-2 py-0.5">
              <span className="min-w-0 grow">
                <span className="mono wrap-anywhere">{name}</span>
                <span className="block text-ink-3">
                  <Sentence text={reasons.join('; ') || 'As it is'} />
                </span>
              </span>
              {name === column.standardName ? (
                <span className="text-ink-3">in use</span>
              ) : (
                <Button size="sm" aria-label={`Use ${name}`} onPress={() => onEdit({ standardName: name })}>
                  Use
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="font-medium">Settings</h3>
        {said.map((line) => (
          <p key={line} className="wrap-anywhere text-ink-2">
            <Sentence text={line} />
          </p>
        ))}
      </div>
    </div>
  )
}
