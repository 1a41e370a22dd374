export const applyKeys = {
  all: ['apply-runs'] as const,
  list: (filters: object) => ['apply-runs', 'list', filters] as const,
  detail: (runId: string) => ['apply-runs', 'detail', runId] as const,
}
