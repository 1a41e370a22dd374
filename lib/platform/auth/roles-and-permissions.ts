/** Roles from least to most. The table below, not the order, says what each may do. */
export const roles = ['viewer', 'engineer', 'steward', 'admin'] as const
export type Role = (typeof roles)[number]

const everyone: readonly Role[] = roles
const makers: readonly Role[] = ['engineer', 'steward', 'admin']
const deciders: readonly Role[] = ['steward', 'admin']
const admins: readonly Role[] = ['admin']

/**
 * Who may do what, whole. Deny by default: what is not listed is nobody's. Engineers write and apply but do not
 * approve, so that approving stays with people who answer for the data; the author rule comes on top of this.
 */
const permissionTable = {
  'connections.read': everyone,
  'connections.refresh': makers,
  'connections.sync': makers,
  'connections.pause': makers,
  'connections.write': deciders,
  'changes.read': everyone,
  'changes.accept': deciders,
  'classes.read': everyone,
  'classes.decide': deciders,
  'drift.read': everyone,
  'incidents.write': makers,
  'proposals.read': everyone,
  'proposals.comment': makers,
  'proposals.write': makers,
  'reviews.write': deciders,
  'applies.read': everyone,
  'applies.start': makers,
  'applies.stop': makers,
  'advice.read': everyone,
  'advice.request': makers,
  'samples.reveal': deciders,
  'quality.read': everyone,
  'quality.run': makers,
  'quality.configure': deciders,
  'audit.read': everyone,
  'jobs.read': makers,
  'jobs.replay': admins,
  'settings.read': makers,
  'settings.write': admins,
  'policy.write': admins,
  'model-usage.read': makers,
  'models.configure': admins,
  'people.read': everyone,
  'people.write': admins,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissionTable
export const permissions = Object.keys(permissionTable) as Permission[]

/** True when the role may do it; no role (signed out, or a process) may do nothing. */
export function can(role: Role | null, permission: Permission): boolean {
  return role !== null && permissionTable[permission].some((allowed) => allowed === role)
}

/** The roles that may do it, least first: for sentences such as “stewards and admins can approve”. */
export function whoCan(permission: Permission): Role[] {
  return [...permissionTable[permission]]
}
