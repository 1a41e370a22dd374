import type { ChangeListQuery } from './contract'

export const changeKeys = {
  all: ['changes'] as const,
  list: (filters: Partial<ChangeListQuery>) => ['changes', 'list', filters] as const,
  perDay: ['changes', 'per-day'] as const,
  detail: (changeId: string) => ['changes', 'detail', changeId] as const,
}
