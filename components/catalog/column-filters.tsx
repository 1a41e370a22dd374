import { FilterChip } from '@/components/ui/filter-chip'
import { Kbd } from '@/components/ui/kbd'
import { Toolbar } from '@/components/ui/toolbar'
import { type ColumnShow, columnShows } from './catalog-table-params'

export type ColumnFiltersProps = {
  show: ColumnShow
  counts: Record<ColumnShow, number>
  hrefOf: (show: ColumnShow) => string
}

const words: Record<ColumnShow, string> = {
  all: 'All',
  classed: 'With a class',
  plain: 'Sensitive in plain text',
  undecided: 'Undecided',
}

/** Which columns are shown, and the keys that move through them. */
export function ColumnFilters({ show, counts, hrefOf }: ColumnFiltersProps) {
  return (
    <Toolbar
      label="Which columns"
      end={
        <span className="hidden items-center gap-3 text-2xs text-ink-3 md:flex">
          <span className="flex items-center gap-1">
            <Kbd keys="J K" /> move
          </span>
          <span className="flex items-center gap-1">
            <Kbd keys="A" /> accept
          </span>
        </span>
      }
    >
      {columnShows.map((id) => (
        <FilterChip key={id} href={hrefOf(id)} isOn={show === id} count={counts[id]}>
          {words[id]}
        </FilterChip>
      ))}
    </Toolbar>
  )
}
