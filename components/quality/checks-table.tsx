'use client'

import { useRouter } from 'next/navigation'
import { isOnControl } from '@/components/console/is-on-control'
import { useNow } from '@/components/layout/use-now'
import { Avatar } from '@/components/ui/avatar'
import { formatSpan } from '@/components/ui/format-time'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { Sentence } from '@/components/ui/sentence'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { Tag } from '@/components/ui/tag'
import type { CheckRow } from '@/lib/capabilities/quality/contract'
import { CheckState } from './check-state'
import { CheckStrip } from './check-strip'
import { tablePath } from './table-path'

export type ChecksTableProps = {
  label: string
  checks: readonly CheckRow[]
  /** The path says nothing where all are of one table. */
  hasPath?: boolean
}

/** Checks with what is promised and what was found; a row opens its check. */
export function ChecksTable({ label, checks, hasPath = true }: ChecksTableProps) {
  const router = useRouter()
  const now = useNow()
  return (
    <div className="max-lg:overflow-x-auto max-lg:[&_table]:min-w-[820px]">
      <Table label={label} widths={['48px', null, '24%', '84px', '76px', '146px', '52px']}>
        <TableHead>
          <HeadCell label="State" />
          <HeadCell>Check</HeadCell>
          <HeadCell>Promised, found</HeadCell>
          <HeadCell align="end">Rows</HeadCell>
          <HeadCell align="end">Since</HeadCell>
          <HeadCell>Last 20 runs</HeadCell>
          <HeadCell label="Owner" />
        </TableHead>
        <TableBody>
          {checks.map((check) => (
            <Row
              key={check.id}
              onClick={(event) => {
                if (!isOnControl(event.target)) router.push(`/quality/${check.id}`)
              }}
            >
              <Cell isTall>
                <CheckState state={check.state} isBare />
              </Cell>
              <Cell isRowHead isTall>
                <span className="flex min-w-0 flex-col">
                  <span className="min-w-0 truncate font-medium">
                    <Link href={`/quality/${check.id}`} look="plain">
                      <Sentence text={check.title} />
                    </Link>{' '}
                    {check.terms.blocking && <Tag kind="outside">blocking</Tag>}
                  </span>
                  {hasPath && <PathName path={tablePath(check)} />}
                </span>
              </Cell>
              <Cell isTall text="small">
                <span className="flex min-w-0 flex-col">
                  <span className="text-ink-2">{check.bound}</span>
                  <span
                    className={
                      check.state === 'failing'
                        ? 'text-bad-ink'
                        : check.state === 'warning'
                          ? 'text-warn-ink'
                          : 'text-ink-3'
                    }
                  >
                    {check.last?.found ?? 'no run yet'}
                  </span>
                </span>
              </Cell>
              <Cell align="end" text="small">
                {check.last?.failing ? `${check.last.failing.toLocaleString('en-US')} rows` : ''}
              </Cell>
              <Cell align="end" text="small" tone="ink-2">
                {check.since === null ? '' : formatSpan(now.getTime() - Date.parse(check.since))}
              </Cell>
              <Cell>
                <CheckStrip check={check} />
              </Cell>
              <Cell align="end">{check.owner && <Avatar name={check.owner.name} />}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
