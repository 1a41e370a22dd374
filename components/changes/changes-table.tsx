'use client'

import { useRouter } from 'next/navigation'
import { isOnControl } from '@/components/console/is-on-control'
import { useNow } from '@/components/layout/use-now'
import { DiffSign } from '@/components/ui/diff-sign'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Sentence } from '@/components/ui/sentence'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { Tag } from '@/components/ui/tag'
import type { ChangeView } from '@/lib/control-loop/diff/contract'
import { ChangeValues } from './change-values'
import { originWords } from './origin-words'
import { prepareShortWindow, prepareWindow } from './prepare-window'
import { ProposalGlyph } from './proposal-glyph'
import { shortenSentence } from './shorten-sentence'

export type ChangesTableProps = { changes: readonly ChangeView[] }

const signs = { '+': 'added', '-': 'removed', '~': 'changed' } as const

/** Changes, latest first; a row opens its change. */
export function ChangesTable({ changes }: ChangesTableProps) {
  const router = useRouter()
  const now = useNow()
  return (
    <div className="max-lg:[&_table]:min-w-[1040px]">
      <Table label="Changes" widths={['114px', '25%', null, '21%', '138px', '122px', '96px']}>
        <TableHead isSticky>
          <HeadCell>Severity</HeadCell>
          <HeadCell>Path</HeadCell>
          <HeadCell>What happened</HeadCell>
          <HeadCell>Before → after</HeadCell>
          <HeadCell>Came from</HeadCell>
          <HeadCell align="end">Seen, UTC</HeadCell>
          <HeadCell align="end">Answer</HeadCell>
        </TableHead>
        <TableBody>
          {changes.map((change) => (
            <Row
              key={change.id}
              onClick={(event) => {
                if (!isOnControl(event.target)) router.push(`/changes/${change.id}`)
              }}
            >
              <Cell>
                <SeverityBadge severity={change.severity} />
              </Cell>
              <Cell isRowHead>
                <span className="flex min-w-0 items-center gap-1.5">
                  <DiffSign kind={signs[change.sign]} />
                  <span className="min-w-0">
                    <Link href={`/changes/${change.id}`} look="plain">
                      <PathName path={change.path || change.connection.name} isGone={change.sign === '-'} />
                    </Link>
                  </span>
                </span>
              </Cell>
              <Cell text="small" tone="ink-2">
                <span title={change.sentence}>
                  <Sentence text={shortenSentence(change.sentence, change.path)} />
                </span>
              </Cell>
              <Cell>
                <ChangeValues change={change} />
              </Cell>
              <Cell text="small" tone="ink-2">
                {change.origin === 'outside' ? <Tag kind="outside">{originWords.outside}</Tag> : originWords.source}
              </Cell>
              <Cell text="small" tone="ink-3" align="end">
                <time dateTime={change.detectedAt} title={prepareWindow(change.notBefore, change.detectedAt, now)}>
                  {prepareShortWindow(change.notBefore, change.detectedAt, now)}
                </time>
              </Cell>
              <Cell align="end">
                <ProposalGlyph change={change} />
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
