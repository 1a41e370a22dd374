import { type DataClass, dataClassLabels } from '@/lib/capabilities/catalog/domain/data-class'
import type { RenderedDocument, SourceKind, TableMapping } from '@/lib/capabilities/mapping/contract'

export const sourceKindWords: Record<SourceKind, string> = {
  records: 'from sample records',
  ddl: 'from SQL',
  openapi: 'from a document',
  connection: 'from a connection',
  document: 'from documentation, read by a model',
}

export const syncModeWords: Record<TableMapping['syncMode'], string> = {
  'soft-delete': 'Soft delete',
  history: 'History',
  live: 'Live',
}

export const documentWords: Record<RenderedDocument['kind'], { tab: string; says: string }> = {
  'schema-config': { tab: 'Config', says: 'Schema config of a connection' },
  'connector-sdk': { tab: 'SDK', says: 'schema() of a Connector SDK connector' },
  function: { tab: 'Function', says: 'Schema a function connector answers with' },
  'dbt-sources': { tab: 'Sources', says: 'dbt sources with tests of keys' },
  'dbt-models': { tab: 'Models', says: 'dbt staging models, one a table' },
}

/** A class as people read it. */
export function mappedClassWords(name: string): string {
  return Object.hasOwn(dataClassLabels, name) ? dataClassLabels[name as DataClass] : name
}
