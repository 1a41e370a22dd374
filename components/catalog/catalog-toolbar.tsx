'use client'

import { useQuery } from '@tanstack/react-query'
import { FilterChip } from '@/components/ui/filter-chip'
import { FilterMenu } from '@/components/ui/filter-menu'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { SearchField } from '@/components/ui/search-field'
import { Toolbar } from '@/components/ui/toolbar'
import type { CatalogList } from '@/lib/capabilities/catalog/contract'
import { dataClasses } from '@/lib/capabilities/catalog/domain/data-class'
import { connectionsQuery } from '@/lib/control-loop/connection/queries'
import { type CatalogListParams, catalogListHref } from './catalog-list-params'
import { classWords } from './class-words'

export type CatalogToolbarProps = {
  params: CatalogListParams
  list: Pick<CatalogList, 'counts' | 'classes'> | null
  onChange: (change: Partial<CatalogListParams>) => void
}

/** Which tables are shown; every choice is part of the address. Counts are of tables, those in the class menu of columns. */
export function CatalogToolbar({ params, list, onChange }: CatalogToolbarProps) {
  const { data } = useQuery({ ...connectionsQuery({ limit: 200 }), staleTime: 60_000 })
  const connections = (data?.items ?? []).map(({ id, name }) => ({ id, label: revealInvisible(name) }))
  const columnsOf = new Map(list?.classes.map((found) => [found.class, found.columns]))
  // A class that no column has any more stays while it is the one chosen.
  const classes = dataClasses
    .filter((found) => columnsOf.has(found) || found === params.class)
    .map((id) => ({ id, label: classWords(id), count: columnsOf.get(id) ?? 0 }))
  const isAll = !params.plain && !params.undecided
  return (
    <Toolbar
      label="Which tables"
      end={
        <SearchField
          label="Find a table or connection"
          value={params.q}
          onChange={(q) => onChange({ q })}
          width="md"
          keys="/"
        />
      }
    >
      <FilterChip
        href={catalogListHref(params, { plain: false, undecided: false })}
        isOn={isAll}
        count={list?.counts.tables}
      >
        All
      </FilterChip>
      <FilterChip
        href={catalogListHref(params, { plain: !params.plain })}
        isOn={params.plain}
        count={list?.counts.plainTables}
      >
        Sensitive in plain text
      </FilterChip>
      <FilterChip
        href={catalogListHref(params, { undecided: !params.undecided })}
        isOn={params.undecided}
        count={list?.counts.undecidedTables}
      >
        Undecided
      </FilterChip>
      <FilterMenu
        label="Class"
        options={classes}
        value={params.class}
        onChange={(value) => onChange({ class: value })}
      />
      <FilterMenu
        label="Connection"
        options={connections}
        value={params.connection}
        onChange={(connection) => onChange({ connection })}
      />
    </Toolbar>
  )
}
