'use client'

import { KeyRound } from 'lucide-react'
import { isOnControl } from '@/components/console/is-on-control'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sentence } from '@/components/ui/sentence'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { Tag } from '@/components/ui/tag'
import type { CatalogColumn } from '@/lib/capabilities/catalog/contract'
import { classWords } from './class-words'
import { leadingEvidence } from './leading-evidence'
import { isInPlainText, landingWords } from './prepare-decision'

export type ColumnTableProps = {
  columns: readonly CatalogColumn[]
  selectedName: string | null
  hrefOf: (name: string) => string
  onSelect: (name: string) => void
}

/** Columns, keys first; a row opens beside the table. */
export function ColumnTable({ columns, selectedName, hrefOf, onSelect }: ColumnTableProps) {
  return (
    <div className="max-lg:[&_table]:min-w-[880px]">
      <Table label="Columns" widths={['22%', '13%', '88px', '158px', null, '112px']}>
        <TableHead isSticky>
          <HeadCell>Column</HeadCell>
          <HeadCell>Type</HeadCell>
          <HeadCell>Lands</HeadCell>
          <HeadCell>Class</HeadCell>
          <HeadCell>Evidence</HeadCell>
          <HeadCell>Decided by</HeadCell>
        </TableHead>
        <TableBody>
          {columns.map((column) => (
            <Row
              key={column.name}
              isSelected={column.name === selectedName}
              tone={column.isSystem ? 'quiet' : undefined}
              onClick={(event) => {
                if (!isOnControl(event.target)) onSelect(column.name)
              }}
            >
              <Cell text="mono" isRowHead>
                <span className="flex min-w-0 items-center gap-1.5">
                  <span className="min-w-0 truncate" title={revealInvisible(column.name)}>
                    <Link href={hrefOf(column.name)} look="plain" tone={column.isSystem ? 'ink-2' : 'ink'}>
                      {revealInvisible(column.name)}
                    </Link>
                  </span>
                  {column.primaryKey && (
                    <span role="img" aria-label="Key" title="Part of the key" className="text-ink-2">
                      <Icon of={KeyRound} size={12} />
                    </span>
                  )}
                </span>
              </Cell>
              <Cell text="mono" tone="ink-2">
                {column.type ?? <span className="font-sans text-ink-3">not known yet</span>}
              </Cell>
              <Cell text="small" tone={isInPlainText(column) ? 'bad' : 'ink-2'}>
                {landingWords(column)}
              </Cell>
              <Cell>
                <ColumnClass column={column} />
              </Cell>
              <Cell text="small" tone="ink-2">
                <EvidenceLine column={column} />
              </Cell>
              <Cell text="small" tone="ink-2">
                {column.class?.decided ? (
                  revealInvisible(column.class.decided.by)
                ) : (
                  <span className="text-ink-3">{column.class?.class ? 'nobody yet' : ''}</span>
                )}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function ColumnClass({ column }: { column: CatalogColumn }) {
  const judged = column.class
  if (column.isSystem) return <span className="text-xs text-ink-3">written by Fivetran</span>
  if (judged === null) return <span className="text-xs text-ink-3">not judged yet</span>
  if (judged.class === null) return <span className="text-xs text-ink-3">nothing personal</span>
  return <Tag kind="class">{classWords(judged.class)}</Tag>
}

/** Why it has its class; before that, what changed rules would make of it. */
function EvidenceLine({ column: { class: judged } }: { column: CatalogColumn }) {
  if (judged === null) return null
  if (judged.fresh) {
    return (
      <Tag kind="changed">
        <span aria-hidden="true">~</span> would be: {classWords(judged.fresh.class)}
      </Tag>
    )
  }
  const line = judged.recognisedClass === null ? null : leadingEvidence(judged.evidence)
  if (line === null) return null
  const said = judged.class === judged.recognisedClass ? line : `rules: ${classWords(judged.recognisedClass)}, ${line}`
  return (
    <span title={said}>
      <Sentence text={said} />
    </span>
  )
}
