import type { ProfileRequest } from '@/lib/capabilities/quality/domain/profile/profile-request'
import type { ProfileFault } from '@/lib/capabilities/quality/domain/profile/table-profile'
import { valueKindOf } from '@/lib/capabilities/quality/domain/profile/value-kind'
import { parseTypeSpelling } from '@/lib/control-loop/snapshot/domain/logical-type'
import type { SqlDialect } from '../dialects/sql-dialect'
import type { MeasuredColumn } from './measured-column'

/** Written by the sync into every table it owns. */
export const SYNCED_COLUMN = '_fivetran_synced'
export const DELETED_COLUMN = '_fivetran_deleted'

export interface CatalogueColumn {
  column: string
  typeSpelling: string
  /** False when the user of the session may not read it. */
  isReadable: boolean
}

/** The columns to measure, and a fault for each that is asked for and missing, may not be read, or has a type that can only be counted. */
export function chooseColumns(
  dialect: SqlDialect,
  catalogue: readonly CatalogueColumn[],
  request: ProfileRequest,
): { columns: MeasuredColumn[]; faults: ProfileFault[] } {
  const names = request.columns ?? catalogue.map(({ column }) => column)
  const sensitive = new Set(request.sensitiveColumns)
  const columns: MeasuredColumn[] = []
  const faults: ProfileFault[] = []
  for (const name of new Set(names)) {
    const found = catalogue.find(({ column }) => column === name)
    if (!found) {
      faults.push({ column: name, reason: 'column-missing', sentence: `The table has no column ${name}.` })
    } else if (!found.isReadable) {
      faults.push({
        column: name,
        reason: 'permission-missing',
        sentence: `Headgate may not read ${name} in the warehouse.`,
      })
    } else {
      const kind = valueKindOf(parseTypeSpelling(dialect.engine, found.typeSpelling))
      if (kind === 'other') {
        faults.push({
          column: name,
          reason: 'type-not-aggregatable',
          sentence: `Values of ${name} (${found.typeSpelling}) can be counted and not compared.`,
        })
      }
      columns.push({
        position: columns.length,
        name,
        sql: dialect.quote(name),
        typeSpelling: found.typeSpelling,
        kind,
        isSensitive: sensitive.has(name),
        isGuarded: false,
        isLong: false,
      })
    }
  }
  return { columns, faults }
}
