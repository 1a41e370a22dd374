export interface SystemKey {
  id: string
  name: string
  key: string
  /** Only its hash is kept: the secret is shown once. */
  secretHash: string
  permissions: KeyPermission[]
  createdAt: string
  updatedAt: string
  expiredAt: string | null
  lastUsedAt: string | null
}

export interface KeyPermission {
  resource_type: string
  access_level: 'NONE' | 'READ' | 'MANAGE'
  resource_filter?: { ids?: string[]; group_ids?: string[] }
}
