import { accountRoutes } from './account-routes'
import { connectionRoutes } from './connection-routes'
import { connectorTypeRoutes } from './connector-type-routes'
import { destinationRoutes } from './destination-routes'
import { groupRoutes } from './group-routes'
import type { Route } from './route'
import { schemaConfigRoutes } from './schema-config-routes'
import { webhookRoutes } from './webhook-routes'

/** Every endpoint of the service that the sandbox has, one file per family. */
export const apiRoutes: readonly Route[] = [
  ...accountRoutes,
  ...groupRoutes,
  ...destinationRoutes,
  ...connectionRoutes,
  ...schemaConfigRoutes,
  ...connectorTypeRoutes,
  ...webhookRoutes,
]
