import type { Scenario } from '@/sandbox/scenarios/scenario-schema'

/** Takes a person of the account; gives them as the service answers them. */
export function presentUser(user: Scenario['users'][number]) {
  return {
    ...user,
    verified: true,
    invited: false,
    active: true,
    picture: null,
    phone: null,
    logged_in_at: user.created_at,
  }
}
