'use client'

import { useRouter } from 'next/navigation'
import { isOnControl } from '@/components/console/is-on-control'
import { formatCount } from '@/components/ui/format-count'
import { Link } from '@/components/ui/link'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Cell } from '@/components/ui/table/cell'
import { HeadCell } from '@/components/ui/table/head-cell'
import { Row } from '@/components/ui/table/row'
import { Table } from '@/components/ui/table/table'
import { TableBody } from '@/components/ui/table/table-body'
import { TableHead } from '@/components/ui/table/table-head'
import { Tag } from '@/components/ui/tag'
import type { CatalogTableRow } from '@/lib/capabilities/catalog/contract'
import { catalogTableHref } from './catalog-table-href'
import { classWords } from './class-words'

export type CatalogTablesProps = { tables: readonly CatalogTableRow[] }

/** Classes named in a row; the others are counted. */
const namedMax = 3

/** Tables, worst first; a row opens its table. */
export function CatalogTables({ tables }: CatalogTablesProps) {
  const router = useRouter()
  return (
    <div className="max-lg:[&_table]:min-w-[960px]">
      <Table label="Tables" widths={['27%', '16%', '76px', null, '112px', '96px']}>
        <TableHead isSticky>
          <HeadCell>Table</HeadCell>
          <HeadCell>Connection</HeadCell>
          <HeadCell align="end">Columns</HeadCell>
          <HeadCell>Classes</HeadCell>
          <HeadCell align="end">In plain text</HeadCell>
          <HeadCell align="end">Undecided</HeadCell>
        </TableHead>
        <TableBody>
          {tables.map((row) => {
            const href = catalogTableHref({ connectionId: row.connection.id, schema: row.schema, table: row.table })
            return (
              <Row
                key={href}
                onClick={(event) => {
                  if (!isOnControl(event.target)) router.push(href)
                }}
              >
                <Cell isRowHead>
                  <span className="flex min-w-0 items-center gap-1.5">
                    <span className="min-w-0">
                      <Link href={href} look="plain">
                        <PathName path={[row.schema, row.table]} />
                      </Link>
                    </span>
                    {!row.isSynced && <Tag>off</Tag>}
                  </span>
                </Cell>
                <Cell text="mono" tone="ink-2">
                  <span title={revealInvisible(row.connection.name)}>{revealInvisible(row.connection.name)}</span>
                </Cell>
                <Cell align="end">{formatCount(row.columns)}</Cell>
                <Cell>
                  <Classes classes={row.classes} />
                </Cell>
                <Cell align="end" tone={row.plain > 0 ? 'bad' : 'ink-3'}>
                  {formatCount(row.plain)}
                </Cell>
                <Cell align="end" tone={row.undecided > 0 ? 'ink' : 'ink-3'}>
                  {formatCount(row.undecided)}
                </Cell>
              </Row>
            )
          })}
        </TableBody>
      </Table>
    </div>
  )
}

function Classes({ classes }: Pick<CatalogTableRow, 'classes'>) {
  if (classes.length === 0) return <span className="text-xs text-ink-3">nothing personal</span>
  const named = classes.slice(0, namedMax)
  const rest = classes.slice(namedMax)
  return (
    <span className="flex min-w-0 items-center gap-1">
      {named.map((found) => (
        <Tag key={found.class} kind="class">
          {classWords(found.class)}
          {found.columns > 1 && <span className="text-ink-3">{found.columns}</span>}
        </Tag>
      ))}
      {rest.length > 0 && (
        <span className="text-xs text-ink-3" title={rest.map((found) => classWords(found.class)).join(', ')}>
          +{rest.length}
        </span>
      )}
    </span>
  )
}
