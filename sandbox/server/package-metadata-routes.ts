import { notFound, success } from './envelope'
import { paginate } from './paginate'
import { QUICKSTART_PACKAGES } from './quickstart-packages'
import { param, type Route } from './route'

/** What is known about ready-made transformations: list and one. */
export const packageMetadataRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/transformations/package-metadata',
    handle: ({ query }) => success(paginate([...QUICKSTART_PACKAGES], query)),
  },
  {
    method: 'GET',
    path: '/v1/transformations/package-metadata/:packageId',
    handle: (request) => {
      const id = param(request, 'packageId')
      const found = QUICKSTART_PACKAGES.find((candidate) => candidate.id === id)
      if (!found) throw notFound('PackageDefinition', id)
      return success(found)
    },
  },
]
