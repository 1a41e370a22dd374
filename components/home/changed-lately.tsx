'use client'

import { ProposalGlyph } from '@/components/changes/proposal-glyph'
import { useNow } from '@/components/layout/use-now'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Section } from '@/components/ui/section'
import { SeverityBadge } from '@/components/ui/severity-badge'
import { Cell } from '@/components/ui/table/cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TimeAgo } from '@/components/ui/time-ago'
import type { Home } from '@/lib/control-loop/overview/contract'

export type ChangedLatelyProps = { changes: Home['changes']; count: number }

/** What moved since yesterday, worst first, as the API orders it. */
export function ChangedLately({ changes, count }: ChangedLatelyProps) {
  const now = useNow()
  const places = new Set(changes.map((change) => change.connection.id)).size
  return (
    <Section
      title="Changed since yesterday"
      note={count > 0 ? `${count} in ${places} ${places === 1 ? 'connection' : 'connections'}, worst first` : undefined}
      actions={<Link href="/changes">{count > changes.length ? `All ${count}` : 'All changes'}</Link>}
      isFollowing
    >
      {changes.length === 0 ? (
        <EmptyState title="Nothing changed since yesterday.">
          Every schema that was read is as it was approved, or still waits under Changes.
        </EmptyState>
      ) : (
        <Table label="Changes since yesterday" widths={['112px', '38%', null, '64px', '124px']}>
          <TableBody>
            {changes.map((change) => (
              <Row key={change.id}>
                <Cell>
                  <SeverityBadge severity={change.severity} />
                </Cell>
                <Cell isRowHead>
                  <Link href={`/changes/${change.id}`} look="plain">
                    <PathName path={change.path} />
                  </Link>
                </Cell>
                <Cell text="small" tone="ink-2">
                  <span title={change.sentence}>{change.sentence}</span>
                </Cell>
                <Cell text="small" tone="ink-3" align="end">
                  <TimeAgo at={change.detectedAt} now={now} look="row" />
                </Cell>
                <Cell align="end">
                  <ProposalGlyph change={change} />
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  )
}
