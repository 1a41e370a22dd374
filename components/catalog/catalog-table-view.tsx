'use client'

import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { TableAdvice } from '@/components/advice/table-advice'
import { countOf } from '@/components/connections/count-of'
import { rightReason } from '@/components/connections/right-reason'
import { PageHeader } from '@/components/layout/page-header'
import type { Shortcut } from '@/components/layout/shortcut-registry'
import { useShortcuts } from '@/components/layout/shortcuts'
import { SplitPane } from '@/components/layout/split-pane'
import { useNow } from '@/components/layout/use-now'
import { TableTabs } from '@/components/quality/table-tabs'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { formatStamp } from '@/components/ui/format-time'
import { PathName } from '@/components/ui/path-name'
import { Tag } from '@/components/ui/tag'
import type { CatalogColumn, CatalogTable } from '@/lib/capabilities/catalog/contract'
import type { Role } from '@/lib/platform/auth/roles-and-permissions'
import { catalogTableHref } from './catalog-table-href'
import { type ColumnShow, catalogTableParams, serializeTableParams } from './catalog-table-params'
import { ColumnFilters } from './column-filters'
import { ColumnInspector } from './column-inspector'
import { ColumnTable } from './column-table'
import { isInPlainText, isUndecided } from './prepare-decision'
import { schemaColumnHref } from './schema-column-href'

export type CatalogTableViewProps = { table: CatalogTable; role: Role | null }

const shown: Record<ColumnShow, (column: CatalogColumn) => boolean> = {
  all: () => true,
  classed: (column) => column.class?.class != null,
  plain: isInPlainText,
  undecided: isUndecided,
}

/** The columns of a table, and beside them the one that is looked at with what can be decided of it. J and K move. */
export function CatalogTableView({ table, role }: CatalogTableViewProps) {
  const now = useNow()
  const [params, setParams] = useQueryStates(catalogTableParams)
  const path = { connectionId: table.connection.id, schema: table.schema, table: table.table }
  const columns = useMemo(
    // What is looked at stays while its filter lets go of it: deciding must not slide another column under the hand.
    () => table.columns.filter((column) => shown[params.show](column) || column.name === params.at),
    [table.columns, params.show, params.at],
  )
  const selected = columns.find(({ name }) => name === params.at) ?? columns.find(isUndecided) ?? columns[0] ?? null
  const selectedName = selected?.name ?? null
  useShortcuts(
    useMemo<Shortcut[]>(() => {
      const move = (step: number) => {
        const next = columns[columns.findIndex(({ name }) => name === selectedName) + step]
        if (next) setParams({ at: next.name })
      }
      return [
        { keys: 'j', label: 'Next column', scope: 'Catalog', run: () => move(1) },
        { keys: 'k', label: 'Previous column', scope: 'Catalog', run: () => move(-1) },
      ]
    }, [columns, selectedName, setParams]),
  )
  const count = (show: ColumnShow) => table.columns.filter(shown[show]).length
  const counts = { all: count('all'), classed: count('classed'), plain: count('plain'), undecided: count('undecided') }
  const hrefOf = (change: Partial<typeof params>) =>
    serializeTableParams(catalogTableHref(path), { ...params, ...change })
  return (
    <SplitPane
      endLabel="The chosen column"
      endWidth={376}
      isEndOpen={params.at !== null}
      end={
        selected && (
          <ColumnInspector
            key={selected.name}
            path={path}
            column={selected}
            refusal={rightReason(role, 'classes.decide', 'decide classes')}
            closeHref={params.at === null ? undefined : hrefOf({ at: null })}
          />
        )
      }
    >
      <PageHeader
        title={<PathName path={[table.schema, table.table]} size="title" />}
        status={!table.isSynced && <Tag>off</Tag>}
        meta={[
          `${countOf(counts.classed, 'column')} with a class`,
          `${counts.plain} in plain text`,
          `snapshot ${table.snapshot.number} of ${formatStamp(table.snapshot.takenAt, now)} UTC`,
          ...(table.columnsComplete ? [] : ['not all columns are known yet']),
        ].join(' · ')}
        actions={<ButtonLink href={schemaColumnHref({ ...path, column: undefined })}>Open in the schema</ButtonLink>}
      />
      <TableTabs path={path} />
      <ColumnFilters show={params.show} counts={counts} hrefOf={(show) => hrefOf({ show, at: null })} />
      {columns.length === 0 ? (
        <EmptyState
          title={params.show === 'plain' ? 'No sensitive column lands in plain text.' : 'No column is of this kind.'}
          actions={<ButtonLink href={hrefOf({ show: 'all' })}>See all columns</ButtonLink>}
        />
      ) : (
        <ColumnTable
          columns={columns}
          selectedName={selectedName}
          hrefOf={(name) => hrefOf({ at: name })}
          onSelect={(name) => setParams({ at: name })}
        />
      )}
      <TableAdvice place={path} role={role} columnHref={(column) => hrefOf({ show: 'all', at: column })} />
    </SplitPane>
  )
}
