import type { CheckedTable, CheckFile, ExportFormat } from './checked-table'
import { toDbt } from './to-dbt'
import { toGreatExpectations } from './to-great-expectations'
import { toOdcs } from './to-odcs'
import { toSoda } from './to-soda'

const writers: Record<ExportFormat, (table: CheckedTable) => CheckFile> = {
  dbt: toDbt,
  'great-expectations': toGreatExpectations,
  soda: toSoda,
  odcs: toOdcs,
}

/** The checks of a table as a file for another tool; what cannot be said there is named beside it, never bent. */
export function exportChecks(table: CheckedTable, format: ExportFormat): CheckFile {
  return writers[format](table)
}
