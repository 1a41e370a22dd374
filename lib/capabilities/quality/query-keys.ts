export const qualityKeys = {
  all: ['quality'] as const,
  profiles: (connectionId: string) => ['quality', 'profiles', connectionId] as const,
  profile: (connectionId: string, schema: string, table: string) =>
    ['quality', 'profile', connectionId, schema, table] as const,
  overview: (filters: object) => ['quality', 'overview', filters] as const,
  check: (checkId: string) => ['quality', 'check', checkId] as const,
  table: (connectionId: string, schema: string, table: string) =>
    ['quality', 'table', connectionId, schema, table] as const,
}
