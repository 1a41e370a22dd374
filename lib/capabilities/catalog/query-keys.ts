import type { CatalogListQuery } from './contract'

export const catalogKeys = {
  all: ['catalog'] as const,
  list: (filters: Partial<CatalogListQuery>) => ['catalog', 'list', filters] as const,
  table: (connectionId: string, schema: string, table: string) =>
    ['catalog', 'table', connectionId, schema, table] as const,
  flips: ['catalog', 'flips'] as const,
}
