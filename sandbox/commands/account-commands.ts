import { ApiError } from '@/sandbox/errors/api-error'
import type { Reply } from '@/sandbox/server/envelope'
import { param, type Route, type RouteRequest } from '@/sandbox/server/route'
import { PLATFORM_SERVICE } from '@/sandbox/state/build-platform-connector'
import { clockCommandSchema, editCommandSchema } from './command-schemas'
import { parseCommand } from './parse-command'
import { editAsPerson, playStep } from './play-step'
import { presentScenario, presentState } from './present-state'

/** Commands about the account as a whole. */
export const accountCommands: readonly Route[] = [
  {
    method: 'GET',
    path: '/sandbox/health',
    handle: ({ sandbox }) => ok({ ok: true, warehouse: sandbox.options.warehouse.kind }),
  },
  { method: 'GET', path: '/sandbox/state', handle: ({ sandbox }) => ok(presentState(sandbox)) },
  { method: 'GET', path: '/sandbox/log', handle: readLog },
  { method: 'GET', path: '/sandbox/requests', handle: readRequests },
  { method: 'GET', path: '/sandbox/deliveries', handle: ({ sandbox }) => ok({ items: sandbox.world.deliveries }) },
  { method: 'GET', path: '/sandbox/scenario', handle: ({ sandbox }) => ok(presentScenario(sandbox)) },
  { method: 'POST', path: '/sandbox/scenario/step', handle: step },
  { method: 'POST', path: '/sandbox/clock', handle: advanceClock },
  { method: 'POST', path: '/sandbox/edit', handle: edit },
  { method: 'POST', path: '/sandbox/reset', handle: reset },
  { method: 'GET', path: '/sandbox/warehouse', handle: listWarehouse },
  { method: 'GET', path: '/sandbox/warehouse/:schema/:table', handle: readTable },
]

function ok(body: unknown, effect: string[] = []): Reply {
  return { status: 200, body, effect }
}

function readRequests({ sandbox }: RouteRequest): Reply {
  const now = sandbox.clock.now().getTime()
  return ok({ ...sandbox.world.requests, limits: sandbox.limiter.usage(now) })
}

function readLog({ sandbox, query }: RouteRequest): Reply {
  const since = Number(query.get('since') ?? 0)
  if (!Number.isInteger(since) || since < 0)
    throw new ApiError(400, 'BadCommand', `'since' must be a sequence number, 0 or more`)
  return ok({ items: sandbox.world.log.filter((entry) => entry.seq > since), lastSeq: sandbox.world.nextSeq - 1 })
}

async function step({ sandbox }: RouteRequest): Promise<Reply> {
  const played = await playStep(sandbox)
  return ok(played, played.step === null ? [] : [`scenario step ${played.step}: ${played.title}`])
}

async function advanceClock({ sandbox, body }: RouteRequest): Promise<Reply> {
  const { advanceMs } = parseCommand(clockCommandSchema, body)
  await sandbox.advanceClock(advanceMs)
  return ok({ now: sandbox.clock.now().toISOString(), offsetMs: sandbox.world.clockOffsetMs }, [
    `clock advanced by ${advanceMs} ms`,
  ])
}

async function edit({ sandbox, body }: RouteRequest): Promise<Reply> {
  const command = parseCommand(editCommandSchema, body)
  // Logged where every edit is logged, as the person's; not a second time as a command.
  return ok({ effect: await editAsPerson(sandbox, command.method, command.path, command.body) })
}

async function reset({ sandbox }: RouteRequest): Promise<Reply> {
  await sandbox.reset()
  return ok({ ok: true }, ['reset to the start of the scenario'])
}

async function listWarehouse({ sandbox }: RouteRequest): Promise<Reply> {
  const { warehouse } = sandbox.options
  return ok({ kind: warehouse.kind, tables: await warehouse.listTables(sandbox.destinationSchemas()) })
}

async function readTable(request: RouteRequest): Promise<Reply> {
  const { sandbox, query } = request
  const limit = Number(query.get('limit') ?? 20)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new ApiError(400, 'BadCommand', `'limit' must be 1 to 1000`)
  const ref = { schema: param(request, 'schema'), table: param(request, 'table') }
  // Only what the sandbox wrote is read: the warehouse may hold other people's schemas.
  const known = sandbox.world.connections.some(
    ({ delivered, service, schema }) =>
      (service === PLATFORM_SERVICE && schema === ref.schema) ||
      delivered.some((entry) => entry.schema === ref.schema && entry.table === ref.table),
  )
  if (!known) throw new ApiError(404, 'NotFound', `The sandbox has not written a table ${ref.schema}.${ref.table}`)
  return ok({ rows: await sandbox.options.warehouse.readRows(ref, limit) })
}
