import type { ConnectionListQuery } from './contract'

export const connectionKeys = {
  all: ['connections'] as const,
  list: (filters: Partial<ConnectionListQuery>) => ['connections', 'list', filters] as const,
  detail: (connectionId: string) => ['connections', 'detail', connectionId] as const,
}
export const settingsKeys = { fivetran: ['settings', 'fivetran'] as const }
