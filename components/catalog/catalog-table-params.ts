import { createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs'

export const columnShows = ['all', 'classed', 'plain', 'undecided'] as const
export type ColumnShow = (typeof columnShows)[number]

/** Which columns are shown and which is looked at: all of it in the address. */
export const catalogTableParams = {
  show: parseAsStringLiteral(columnShows).withDefault('all'),
  at: parseAsString,
}

/** Adds the state of the page to its path. */
export const serializeTableParams = createSerializer(catalogTableParams)
