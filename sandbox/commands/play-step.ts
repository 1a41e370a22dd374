import { ApiError } from '@/sandbox/errors/api-error'
import type { Sandbox } from '@/sandbox/sandbox'
import type { ScenarioAction } from '@/sandbox/scenarios/scenario-schema'
import { callApi } from '@/sandbox/server/call-api'
import type { Connection, JsonObject } from '@/sandbox/state/world'
import { changeSource } from './change-source'

export interface PlayedStep {
  /** Number of the step, from 1; null when the timeline is over. */
  step: number | null
  title: string | null
  effect: string[]
  remaining: number
}

/** Plays the next step of the scenario's timeline and waits for its syncs. Gives step null when there is none left. */
export async function playStep(sandbox: Sandbox): Promise<PlayedStep> {
  if (sandbox.stepUnderWay) throw new ApiError(409, 'StepUnderWay', 'A step of the timeline is being played.')
  sandbox.stepUnderWay = true
  try {
    return await playNext(sandbox)
  } finally {
    sandbox.stepUnderWay = false
  }
}

async function playNext(sandbox: Sandbox): Promise<PlayedStep> {
  const { world } = sandbox
  const { timeline } = world.scenario
  const step = timeline[world.nextStep]
  if (!step) return { step: null, title: null, effect: [], remaining: 0 }
  // Counted before it plays: a step that was interrupted half-way must not be played twice.
  world.nextStep += 1
  sandbox.store.save()
  const number = world.nextStep
  const effect: string[] = []
  for (const action of step.actions) effect.push(...(await playAction(sandbox, action)))
  return { step: number, title: step.title, effect, remaining: timeline.length - number }
}

async function playAction(sandbox: Sandbox, action: ScenarioAction): Promise<string[]> {
  switch (action.do) {
    case 'source':
      return [changeSource(sandbox, connectionOf(sandbox, action.connection), action.change)]
    case 'sync':
      return [await playSync(sandbox, connectionOf(sandbox, action.connection))]
    case 'edit':
      return editAsPerson(sandbox, 'PATCH', action.path, action.body)
    case 'clock':
      await sandbox.advanceClock(action.advance_ms)
      return [`clock advanced by ${action.advance_ms} ms`]
  }
}

async function playSync(sandbox: Sandbox, connection: Connection): Promise<string> {
  const durationMs = sandbox.options.syncDurationMs
  const record = await sandbox.engine.runToEnd(connection, { force: false, durationMs, historical: false })
  return `${connection.id} sync ${record.status}`
}

/** Makes an edit as a person would in the service's own console: same rules, same effect, another actor in the log. */
export async function editAsPerson(
  sandbox: Sandbox,
  method: string,
  path: string,
  body: JsonObject,
): Promise<string[]> {
  const reply = await callApi(sandbox, { method, path, query: new URLSearchParams(), body, actor: 'ui' })
  return reply.effect ?? []
}

function connectionOf(sandbox: Sandbox, id: string): Connection {
  const connection = sandbox.world.connections.find((candidate) => candidate.id === id)
  if (!connection) throw new Error(`There is no connection '${id}'.`)
  return connection
}
