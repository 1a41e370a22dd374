import { createSerializer, parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs'
import { type DataClass, dataClasses } from '@/lib/capabilities/catalog/domain/data-class'

/** The list's state, whole, in the address: what is left out is the default. */
export const catalogListParams = {
  connection: parseAsString,
  class: parseAsStringLiteral(dataClasses),
  plain: parseAsBoolean.withDefault(false),
  undecided: parseAsBoolean.withDefault(false),
  q: parseAsString.withDefault(''),
}

export interface CatalogListParams {
  connection: string | null
  class: DataClass | null
  plain: boolean
  undecided: boolean
  q: string
}

export const unfilteredCatalog: CatalogListParams = {
  connection: null,
  class: null,
  plain: false,
  undecided: false,
  q: '',
}

const serialize = createSerializer(catalogListParams)

/** The list's address with some of its state changed. */
export function catalogListHref(current: CatalogListParams, change: Partial<CatalogListParams>): string {
  return serialize('/catalog', { ...current, ...change })
}

/** True when something narrows the list. */
export function isCatalogNarrowed(params: CatalogListParams): boolean {
  return (
    params.connection !== null || params.class !== null || params.plain || params.undecided || params.q.trim() !== ''
  )
}
