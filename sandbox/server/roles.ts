interface Role {
  name: string
  description: string
  scope: string[]
  is_custom: boolean
  is_deprecated: boolean
  replacement_role_name: string | null
}

function role(name: string, description: string, scope: string[], replacement: string | null = null): Role {
  return {
    name,
    description,
    scope,
    is_custom: false,
    is_deprecated: replacement !== null,
    replacement_role_name: replacement,
  }
}

/** The roles an account has by itself. */
export const ROLES: readonly Role[] = [
  role('Account Administrator', 'Manages everything.', ['ACCOUNT', 'DESTINATION', 'CONNECTOR', 'TEAM']),
  role('Account Analyst', 'Sees everything of the account.', ['ACCOUNT', 'DESTINATION', 'CONNECTOR']),
  role('Account Billing', 'Sees billing and usage.', ['ACCOUNT']),
  role('Account Reviewer', 'Sees the account.', ['ACCOUNT', 'DESTINATION', 'CONNECTOR']),
  role('Connector Administrator', 'Manages connections.', ['CONNECTOR', 'DESTINATION']),
  role('Destination Administrator', 'Manages a destination and its connections.', ['DESTINATION']),
  role('Destination Creator', 'Creates destinations.', ['ACCOUNT'], 'Destination Administrator'),
  role('Team Manager', 'Manages a team.', ['TEAM']),
]
