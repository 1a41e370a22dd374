import { z } from 'zod'
import { ApiError } from '@/sandbox/errors/api-error'
import type { TransformationProject } from '@/sandbox/state/transformation'
import { done, notFound, parseBody, type Reply, success } from './envelope'
import { requireProject } from './find-entity'
import { makeId } from './make-id'
import { paginate } from './paginate'
import type { Route, RouteRequest } from './route'

const writableConfig = {
  dbt_version: z.string().min(1),
  default_schema: z.string().min(1),
  git_branch: z.string().optional(),
  folder_path: z.string().optional(),
  threads: z.int().min(1).max(32).optional(),
  target_name: z.string().optional(),
  environment_vars: z.array(z.string().regex(/^DBT_[A-Z0-9_]+=/)).optional(),
}
const createSchema = z.object({
  group_id: z.string().min(1),
  type: z.literal('DBT_CORE'),
  run_tests: z.boolean().default(true),
  project_config: z.object({ ...writableConfig, git_remote_url: z.string().min(1) }),
})
const patchSchema = z.object({
  run_tests: z.boolean().default(true),
  project_config: z.object(writableConfig).partial().optional(),
})
const PATH = '/v1/transformation-projects/:projectId'

/** dbt projects in git: list, one, create, edit, delete, test. */
export const projectRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/transformation-projects',
    handle: ({ sandbox, query }) => success(paginate(sandbox.world.projects.map(presentProject), query)),
  },
  { method: 'POST', path: '/v1/transformation-projects', handle: create },
  { method: 'GET', path: PATH, handle: (request) => success(presentDetails(requireProject(request))) },
  { method: 'PATCH', path: PATH, handle: edit },
  { method: 'DELETE', path: PATH, handle: remove },
  { method: 'POST', path: `${PATH}/test`, handle: test },
]

function create(request: RouteRequest): Reply {
  const { world, clock } = request.sandbox
  const input = parseBody(createSchema, request.body)
  const group = world.groups.find(({ id }) => id === input.group_id)
  if (!group) throw notFound('Group', input.group_id)
  const id = makeId(world.projects)
  const project: TransformationProject = {
    id,
    groupId: group.id,
    type: 'DBT_CORE',
    status: 'NOT_READY',
    errors: [],
    config: { ...input.project_config, public_key: `ssh-rsa ${Buffer.from(id).toString('base64')} fivetran` },
    createdAt: clock.now().toISOString(),
    createdBy: world.scenario.users[0]?.id ?? 'system',
  }
  const tests = input.run_tests ? runTests(project) : null
  world.projects.push(project)
  return success(
    { ...presentDetails(project), ...(tests ? { setup_tests: tests } : {}) },
    { status: 201, message: 'Transformation project has been created', effect: [`project ${id} created`] },
  )
}

function edit(request: RouteRequest): Reply {
  const project = requireProject(request)
  const { run_tests: runs, project_config: config = {} } = parseBody(patchSchema, request.body)
  const sent = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined))
  project.config = { ...project.config, ...sent }
  const tests = runs ? runTests(project) : null
  return success(
    { ...presentDetails(project), ...(tests ? { setup_tests: tests } : {}) },
    {
      message: 'Transformation project has been updated',
      effect: Object.keys(sent).map((name) => `project ${project.id} ${name} set`),
    },
  )
}

function remove(request: RouteRequest): Reply {
  const { world } = request.sandbox
  const project = requireProject(request)
  if (world.transformations.some(({ config }) => config.project_id === project.id)) {
    throw new ApiError(409, 'Conflict', `Transformation project with id '${project.id}' still has transformations`)
  }
  world.projects = world.projects.filter((candidate) => candidate !== project)
  const { id } = project
  return done(`Transformation project with id '${id}' has been deleted`, [`project ${id} deleted`])
}

function test(request: RouteRequest): Reply {
  const project = requireProject(request)
  const tests = runTests(project)
  return success({ ...presentDetails(project), setup_tests: tests }, { message: 'Setup tests have been completed' })
}

/** Git is reached over ssh with the deploy key; no other address can be read. */
function runTests(project: TransformationProject) {
  const reachable = /^(git@|ssh:\/\/)/.test(String(project.config.git_remote_url))
  const message = reachable ? '' : 'The repository cannot be read with the deploy key'
  project.status = reachable ? 'READY' : 'ERROR'
  project.errors = reachable ? [] : [message]
  return [{ title: 'Connecting to the repository', status: reachable ? 'PASSED' : 'FAILED', message, details: {} }]
}

function presentProject(project: TransformationProject) {
  return {
    id: project.id,
    type: project.type,
    created_at: project.createdAt,
    created_by_id: project.createdBy,
    group_id: project.groupId,
  }
}

function presentDetails(project: TransformationProject) {
  return {
    ...presentProject(project),
    status: project.status,
    errors: project.errors,
    project_config: project.config,
  }
}
