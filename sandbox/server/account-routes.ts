import { notFound, success } from './envelope'
import { paginate } from './paginate'
import { presentUser } from './present-user'
import { ROLES } from './roles'
import { param, type Route, type RouteRequest } from './route'

/** Account, people, roles and teams: read only. */
export const accountRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/account/info',
    handle: ({ sandbox, actor }) => {
      const { account, users } = sandbox.world.scenario
      const key = sandbox.world.systemKeys.find((candidate) => candidate.key === actor)
      const user = users[0] ? { user_id: users[0].id } : {}
      return success({
        account_id: account.id,
        account_name: account.name,
        ...(key ? { system_key_id: key.id } : user),
      })
    },
  },
  {
    method: 'GET',
    path: '/v1/users',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.scenario.users.map(presentUser), query)),
  },
  { method: 'GET', path: '/v1/users/:userId', handle: (request) => success(presentUser(requireUser(request))) },
  // People of the scenario have a role in the account; none is given one of their own anywhere.
  { method: 'GET', path: '/v1/users/:userId/connections', handle: listMemberships },
  { method: 'GET', path: '/v1/users/:userId/groups', handle: listMemberships },
  { method: 'GET', path: '/v1/roles', handle: ({ query }) => success(paginate([...ROLES], query)) },
  {
    method: 'GET',
    path: '/v1/teams',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.scenario.teams ?? [], query)),
  },
  {
    method: 'GET',
    path: '/v1/teams/:teamId',
    handle: (request) => {
      const id = param(request, 'teamId')
      const team = request.sandbox.world.scenario.teams?.find((candidate) => candidate.id === id)
      if (!team) throw notFound('Team', id)
      return success(team)
    },
  },
]

function listMemberships(request: RouteRequest) {
  requireUser(request)
  return success(paginate([], request.query))
}

function requireUser(request: RouteRequest) {
  const id = param(request, 'userId')
  const user = request.sandbox.world.scenario.users.find((candidate) => candidate.id === id)
  if (!user) throw notFound('User', id)
  return user
}
