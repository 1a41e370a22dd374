export const snapshotKeys = {
  all: ['snapshots'] as const,
  list: (connectionId: string) => ['snapshots', 'list', connectionId] as const,
  detail: (snapshotId: string) => ['snapshots', 'detail', snapshotId] as const,
  schema: (connectionId: string) => ['snapshots', 'schema', connectionId] as const,
  comparison: (connectionId: string, base: string, revision: string) =>
    ['snapshots', 'comparison', connectionId, base, revision] as const,
}
