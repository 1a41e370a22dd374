import { CONNECTOR_TYPES, presentConnectorDetails, presentConnectorType } from './connector-types'
import { notFound, success } from './envelope'
import { paginate } from './paginate'
import { param, type Route } from './route'

/** What the service says about the kinds of connections it offers. */
export const connectorTypeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/metadata/connector-types',
    handle: ({ query }) => success(paginate(CONNECTOR_TYPES.map(presentConnectorType), query)),
  },
  {
    method: 'GET',
    path: '/v1/metadata/connector-types/:service',
    handle: (request) => {
      const id = param(request, 'service')
      const type = CONNECTOR_TYPES.find((candidate) => candidate.id === id)
      if (!type) throw notFound('Integration', id)
      return success(presentConnectorDetails(type))
    },
  },
]
