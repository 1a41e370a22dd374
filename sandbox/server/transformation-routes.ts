import { z } from 'zod'
import { ApiError } from '@/sandbox/errors/api-error'
import type { Transformation } from '@/sandbox/state/transformation'
import type { JsonObject, World } from '@/sandbox/state/world'
import { done, notFound, parseBody, type Reply, success } from './envelope'
import { requireTransformation } from './find-entity'
import { makeId } from './make-id'
import { paginate } from './paginate'
import { QUICKSTART_PACKAGES } from './quickstart-packages'
import type { Route, RouteRequest } from './route'
import { scheduleSchema, transformationConfigSchema } from './transformation-schemas'

const createSchema = z.object({
  type: z.enum(['DBT_CORE', 'QUICKSTART']),
  paused: z.boolean().default(false),
  schedule: scheduleSchema,
  transformation_config: transformationConfigSchema,
})
const patchSchema = createSchema.omit({ type: true }).partial()
const runSchema = z.object({ full_refresh: z.boolean().default(false) })
const PATH = '/v1/transformations/:transformationId'

/** Transformations: list, one, create, edit, delete, run, cancel, upgrade. */
export const transformationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/transformations',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.transformations.map(presentTransformation), query)),
  },
  { method: 'POST', path: '/v1/transformations', handle: create },
  { method: 'GET', path: PATH, handle: (request) => success(presentTransformation(requireTransformation(request))) },
  { method: 'PATCH', path: PATH, handle: edit },
  { method: 'DELETE', path: PATH, handle: remove },
  { method: 'POST', path: `${PATH}/run`, handle: run },
  { method: 'POST', path: `${PATH}/cancel`, handle: cancel },
  { method: 'POST', path: `${PATH}/upgrade`, handle: upgrade },
]

function create(request: RouteRequest): Reply {
  const { world, clock } = request.sandbox
  const input = parseBody(createSchema, request.body)
  const config = input.transformation_config
  const { groupId, outputModels } =
    input.type === 'DBT_CORE' ? bindToProject(world, config) : bindToPackage(world, config)
  const transformation: Transformation = {
    id: makeId(world.transformations),
    type: input.type,
    status: 'NEW',
    paused: input.paused,
    schedule: input.schedule,
    config,
    groupId,
    createdAt: clock.now().toISOString(),
    createdBy: world.scenario.users[0]?.id ?? 'system',
    lastStartedAt: null,
    lastEndedAt: null,
    outputModels,
    run: null,
    nextOutcome: 'SUCCEEDED',
    upgradeAvailable: false,
  }
  world.transformations.push(transformation)
  return success(presentTransformation(transformation), {
    status: 201,
    message: 'Transformation has been created',
    effect: [`transformation ${transformation.id} created`],
  })
}

function bindToProject(world: World, config: JsonObject) {
  for (const field of ['project_id', 'name', 'steps']) {
    if (config[field] === undefined) {
      throw new ApiError(400, 'InvalidInput', `Field 'transformation_config.${field}' is required`)
    }
  }
  const id = String(config.project_id)
  const project = world.projects.find((candidate) => candidate.id === id)
  if (!project) throw notFound('TransformationProject', id)
  return { groupId: project.groupId, outputModels: [String(config.name)] }
}

function bindToPackage(world: World, config: JsonObject) {
  const ids = Array.isArray(config.connection_ids) ? config.connection_ids : []
  const connections = world.connections.filter(({ id }) => ids.includes(id))
  if (connections.length < ids.length) throw notFound('Connection', String(ids[0]))
  const found = QUICKSTART_PACKAGES.find(
    ({ name, connector_types: types }) =>
      name === config.package_name || connections.some(({ service }) => types.includes(service)),
  )
  if (!found) throw new ApiError(400, 'InvalidInput', `Field 'transformation_config.package_name' is required`)
  const excluded = Array.isArray(config.excluded_models) ? config.excluded_models : []
  config.package_name = found.name
  return {
    groupId: connections[0]?.groupId ?? world.groups[0]?.id ?? '',
    outputModels: found.output_model_names.filter((model) => !excluded.includes(model)),
  }
}

function edit(request: RouteRequest): Reply {
  const transformation = requireTransformation(request)
  const patch = parseBody(patchSchema, request.body)
  transformation.paused = patch.paused ?? transformation.paused
  transformation.schedule = patch.schedule ?? transformation.schedule
  transformation.config = { ...transformation.config, ...patch.transformation_config }
  return success(presentTransformation(transformation), {
    message: 'Transformation has been updated',
    effect: Object.keys(patch).map((name) => `transformation ${transformation.id} ${name} set`),
  })
}

function remove(request: RouteRequest): Reply {
  const { world, transformations } = request.sandbox
  const transformation = requireTransformation(request)
  transformations.cancel(transformation)
  world.transformations = world.transformations.filter((candidate) => candidate !== transformation)
  const { id } = transformation
  return done(`Transformation with id '${id}' has been deleted`, [`transformation ${id} deleted`])
}

function run(request: RouteRequest): Reply {
  const transformation = requireTransformation(request)
  parseBody(runSchema, request.body)
  const started = request.sandbox.transformations.start(transformation)
  const { id } = transformation
  return done(`Transformation with id '${id}' has been started`, started ? [`transformation ${id} started`] : [])
}

function cancel(request: RouteRequest): Reply {
  const transformation = requireTransformation(request)
  const cancelled = request.sandbox.transformations.cancel(transformation)
  const { id } = transformation
  return done(`Transformation with id '${id}' has been canceled`, cancelled ? [`transformation ${id} canceled`] : [])
}

function upgrade(request: RouteRequest): Reply {
  const transformation = requireTransformation(request)
  if (transformation.type !== 'QUICKSTART') {
    throw new ApiError(400, 'InvalidInput', 'Only quickstart transformations can be upgraded')
  }
  const effect = transformation.upgradeAvailable ? [`transformation ${transformation.id} upgraded`] : []
  transformation.upgradeAvailable = false
  return done(`Transformation with id '${transformation.id}' has been upgraded`, effect)
}

function presentTransformation(transformation: Transformation) {
  const { type, upgradeAvailable } = transformation
  return {
    id: transformation.id,
    type,
    status: transformation.status,
    paused: transformation.paused,
    schedule: transformation.schedule,
    created_at: transformation.createdAt,
    created_by_id: transformation.createdBy,
    ...(transformation.lastStartedAt ? { last_started_at: transformation.lastStartedAt } : {}),
    ...(transformation.lastEndedAt ? { last_ended_at: transformation.lastEndedAt } : {}),
    output_model_names: transformation.outputModels,
    transformation_config: {
      ...transformation.config,
      ...(type === 'QUICKSTART' ? { upgrade_available: upgradeAvailable } : {}),
    },
  }
}
