import { accountRoutes } from './account-routes'
import { connectionRoutes } from './connection-routes'
import { connectionStateRoutes } from './connection-state-routes'
import { connectorTypeRoutes } from './connector-type-routes'
import { destinationRoutes } from './destination-routes'
import { dropColumnRoutes } from './drop-column-routes'
import { groupRoutes } from './group-routes'
import { packageMetadataRoutes } from './package-metadata-routes'
import { precreateRoutes } from './precreate-routes'
import { projectRoutes } from './project-routes'
import { resyncRoutes } from './resync-routes'
import type { Route } from './route'
import { schemaConfigRoutes } from './schema-config-routes'
import { systemKeyRoutes } from './system-key-routes'
import { transformationRoutes } from './transformation-routes'
import { webhookRoutes } from './webhook-routes'

/** Every endpoint of the service that the sandbox has, one file per family. */
export const apiRoutes: readonly Route[] = [
  ...accountRoutes,
  ...groupRoutes,
  ...destinationRoutes,
  ...connectionRoutes,
  ...resyncRoutes,
  ...dropColumnRoutes,
  ...precreateRoutes,
  ...connectionStateRoutes,
  ...schemaConfigRoutes,
  ...connectorTypeRoutes,
  ...packageMetadataRoutes,
  ...transformationRoutes,
  ...projectRoutes,
  ...systemKeyRoutes,
  ...webhookRoutes,
]
