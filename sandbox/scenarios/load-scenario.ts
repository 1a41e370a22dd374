import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Scenario, scenarioSchema } from './scenario-schema'

/** Takes the path of a scenario file; gives the scenario. Refuses a file that is not JSON or does not follow the format. */
export async function loadScenario(path: string | URL): Promise<Scenario> {
  const text = await readFile(path, 'utf8')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Error(`The scenario file is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = scenarioSchema.safeParse(json)
  if (!parsed.success)
    throw new Error(`The scenario file does not follow the format:\n${z.prettifyError(parsed.error)}`)
  refuseLooseEnds(parsed.data)
  return parsed.data
}

function refuseLooseEnds(scenario: Scenario): void {
  const groups = new Set(scenario.groups.map((group) => group.id))
  const connections = new Set(scenario.connections.map((connection) => connection.id))
  for (const connection of scenario.connections) {
    if (!groups.has(connection.group_id)) {
      throw new Error(
        `Connection '${connection.id}' names the group '${connection.group_id}', which the scenario does not have.`,
      )
    }
  }
  for (const action of scenario.timeline.flatMap((step) => step.actions)) {
    if ('connection' in action && !connections.has(action.connection)) {
      throw new Error(`The timeline names the connection '${action.connection}', which the scenario does not have.`)
    }
  }
}

/** Where the built-in scenario lies. */
export const DEMO_SCENARIO = new URL('./demo.json', import.meta.url)
