import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { type CatalogListParams, catalogListHref, isCatalogNarrowed, unfilteredCatalog } from './catalog-list-params'

export type CatalogEmptyProps = { params: CatalogListParams }

/** Why no table is listed, and the next useful list. */
export function CatalogEmpty({ params }: CatalogEmptyProps) {
  if (!isCatalogNarrowed(params)) {
    return (
      <EmptyState
        title="No table is known yet."
        actions={<ButtonLink href="/connections">See the connections</ButtonLink>}
      >
        Tables stand here as soon as a connection was read for the first time.
      </EmptyState>
    )
  }
  const isGood = params.plain && !params.undecided && params.class === null && params.q.trim() === ''
  return (
    <EmptyState
      title={isGood ? 'No sensitive column lands in plain text.' : 'No table matches these filters.'}
      actions={<ButtonLink href={catalogListHref(params, unfilteredCatalog)}>Clear the filters</ButtonLink>}
    >
      {isGood && 'Each is hashed or off. A new one is proposed for hashing as it appears.'}
    </EmptyState>
  )
}
