import { success } from './envelope'
import { paginate } from './paginate'
import type { Route } from './route'

/** Account and people: read only. */
export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/account/info',
    handle: ({ sandbox }) => {
      const { account, users } = sandbox.world.scenario
      return success({
        account_id: account.id,
        account_name: account.name,
        ...(users[0] ? { user_id: users[0].id } : {}),
      })
    },
  },
  {
    method: 'GET',
    path: '/v1/users',
    handle: ({ sandbox, query }) => {
      const users = sandbox.world.scenario.users.map((user) => ({
        ...user,
        verified: true,
        invited: false,
        active: true,
        picture: null,
        phone: null,
        logged_in_at: user.created_at,
      }))
      return success(paginate(users, query))
    },
  },
]
