import { objectKey } from '@/components/connections/schema/object-key'
import { schemaHref } from '@/components/connections/schema/schema-params'

/** A table or column on its connection's schema page, found and chosen there: that is where changes are proposed. */
export function schemaColumnHref(path: {
  connectionId: string
  schema: string
  table: string
  column: string | undefined
}): string {
  const { connectionId, ...object } = path
  const unfiltered = { proposals: false, off: false, hashed: false, class: null, q: '', at: null }
  const q = path.column === undefined ? path.table : `${path.table}.${path.column}`
  return schemaHref(connectionId, unfiltered, { q, at: objectKey(object) })
}
