'use client'

import { Hash } from 'lucide-react'
import { EvidenceList } from '@/components/approvals/evidence-list'
import { Inspector } from '@/components/layout/inspector'
import { useNow } from '@/components/layout/use-now'
import { ButtonLink } from '@/components/ui/button-link'
import { DefinitionList } from '@/components/ui/definition-list'
import { formatStamp } from '@/components/ui/format-time'
import { Icon } from '@/components/ui/icon'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import type { CatalogColumn } from '@/lib/capabilities/catalog/contract'
import type { CatalogTablePath } from './catalog-table-href'
import { ClassDecision } from './class-decision'
import { classWords } from './class-words'
import { isInPlainText, landingWords } from './prepare-decision'
import { schemaColumnHref } from './schema-column-href'

export type ColumnInspectorProps = {
  path: CatalogTablePath
  column: CatalogColumn
  /** Why this person may not decide; null when they may. */
  refusal: string | null
  closeHref?: string
}

/** What is known of a column and what it holds, the ground for it, and a person's word. */
export function ColumnInspector({ path, column, refusal, closeHref }: ColumnInspectorProps) {
  const judged = column.class
  return (
    <Inspector title={<PathName path={[path.table, column.name]} />} closeHref={closeHref}>
      <Facts column={column} />
      {column.isSystem ? (
        <p className="border-t border-line px-4 py-2.5 text-xs text-ink-2">
          Fivetran adds this column itself. It has no class.
        </p>
      ) : (
        <ClassDecision path={path} column={column} refusal={refusal} />
      )}
      {judged?.fresh && (
        <Section
          title="The new recogniser"
          note={`says ${classWords(judged.fresh.class)}`}
          gutter="inspector"
          isFollowing
        >
          <div className="px-4 py-1.5 text-xs">
            <EvidenceList evidence={judged.fresh.evidence} />
          </div>
        </Section>
      )}
      {judged?.judgedAt && (
        <Section
          title="Evidence"
          note={`the rules ${judged.fresh ? 'said' : 'say'} ${classWords(judged.recognisedClass)}`}
          gutter="inspector"
          isFollowing
        >
          <div className="px-4 py-1.5 text-xs">
            <EvidenceList evidence={judged.evidence} />
          </div>
        </Section>
      )}
      {isInPlainText(column) && (
        <Section title="Lands in plain text" gutter="inspector" isFollowing>
          <div className="grid justify-items-start gap-2 px-4 py-2.5">
            <p className="text-xs text-ink-2">
              Hashed it still joins and counts. What synced before stays in plain text until a full re-sync.
            </p>
            <ButtonLink href={schemaColumnHref({ ...path, column: column.name })} icon={<Icon of={Hash} />}>
              Propose hashing
            </ButtonLink>
          </div>
        </Section>
      )}
    </Inspector>
  )
}

function Facts({ column }: { column: CatalogColumn }) {
  const now = useNow()
  const { class: judged } = column
  return (
    <DefinitionList
      gutter="inspector"
      items={[
        { term: 'Type', value: column.type ? <span className="mono">{column.type}</span> : 'not known yet' },
        { term: 'Lands', value: landingWords(column) },
        ...(column.destinationName === column.name
          ? []
          : [{ term: 'There as', value: <span className="mono">{revealInvisible(column.destinationName)}</span> }]),
        ...(column.isSystem ? [] : [{ term: 'Class', value: judged ? classWords(judged.class) : 'not judged yet' }]),
        ...(judged?.decided
          ? [
              {
                term: 'Decided',
                value: `${revealInvisible(judged.decided.by)}, ${formatStamp(judged.decided.at, now)}`,
              },
            ]
          : judged?.judgedAt
            ? [{ term: 'Judged', value: `by the rules, ${formatStamp(judged.judgedAt, now)}` }]
            : []),
      ]}
    />
  )
}
