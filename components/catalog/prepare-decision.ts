import type { CatalogColumn } from '@/lib/capabilities/catalog/contract'
import type { DataClass } from '@/lib/capabilities/catalog/domain/data-class'

/** What a press of Accept records: the word of changed rules before the one that stands. Null: there is nothing to accept, or a person decided it. */
export function acceptableClass(column: CatalogColumn): { class: DataClass | null } | null {
  const judged = column.class
  if (column.isSystem || judged === null) return null
  if (judged.fresh !== null) return { class: judged.fresh.class }
  return judged.decided === null ? { class: judged.class } : null
}

/** True when somebody should look: rules gave it a class that nobody accepted, or changed rules would flip it. */
export function isUndecided({ class: judged }: CatalogColumn): boolean {
  return judged !== null && (judged.fresh !== null || (judged.decided === null && judged.class !== null))
}

/** True when its values land as they are and say something of a person. */
export function isInPlainText(column: CatalogColumn): boolean {
  return column.class?.sensitive === true && column.synced && !column.hashed && !column.isGone
}

/** How the values of a column land. */
export function landingWords(column: CatalogColumn): 'gone' | 'off' | 'hashed' | 'plain text' {
  if (column.isGone) return 'gone'
  if (!column.synced) return 'off'
  return column.hashed ? 'hashed' : 'plain text'
}
