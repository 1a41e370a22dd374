import type { CheckTerms } from '@/lib/control-loop/proposal/domain/check-promise'

/** A table with the checks in force, by the names it has in the destination. */
export interface CheckedTable {
  connection: string
  schema: string
  table: string
  checks: readonly (CheckTerms & { id: string })[]
  /** The destination's place of other tables that checks name, by source name. */
  parentOf: (path: { schema: string; table: string }) => { schema: string; table: string }
}

/** A file for another tool, and what of the checks it cannot say there. */
export interface CheckFile {
  name: string
  mediaType: 'application/json' | 'application/yaml'
  text: string
  /** Sentences of checks that are left out. */
  leftOut: string[]
}

export const exportFormats = ['dbt', 'great-expectations', 'soda', 'odcs'] as const
export type ExportFormat = (typeof exportFormats)[number]
