export interface CatalogTablePath {
  connectionId: string
  schema: string
  table: string
}

/** The address of a table in the catalog, with one of its columns chosen when given. */
export function catalogTableHref({ connectionId, schema, table }: CatalogTablePath, column?: string): string {
  const path = `/catalog/${[connectionId, schema, table].map(encodeURIComponent).join('/')}`
  return column === undefined ? path : `${path}?${new URLSearchParams({ at: column })}`
}
