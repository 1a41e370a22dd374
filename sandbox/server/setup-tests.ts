import type { Connection } from '@/sandbox/state/world'
import { CONNECTOR_TYPES } from './connector-types'

/**
 * Takes a connection; gives the outcome of its setup tests and lets its setup state follow: a first success makes it connected.
 * A task it carries is what fails; so is a field or a sign-in its service cannot do without.
 */
export function runSetupTests(connection: Connection) {
  const failure = findFailure(connection)
  if (!failure && connection.setupState === 'incomplete') connection.setupState = 'connected'
  return ['Connecting to source', 'Validating credentials', 'Reading schema'].map((title, index) => {
    if (!failure || index < failure.step) return { title, status: 'PASSED', message: '', details: {} }
    return index === failure.step
      ? { title, status: 'FAILED', message: failure.message, details: failure.details }
      : { title, status: 'SKIPPED', message: 'Skipped because an earlier test failed', details: {} }
  })
}

function findFailure(
  connection: Connection,
): { step: number; message: string; details: Record<string, string> } | null {
  const task = connection.tasks[0]
  if (task) return { step: 1, message: task.message, details: { code: task.code } }
  // What is connected has shown once that it has everything it needs.
  if (connection.setupState !== 'incomplete') return null
  const type = CONNECTOR_TYPES.find(({ id }) => id === connection.service)
  const missing = type?.requiredConfig.find((field) => !connection.config[field])
  if (missing) return { step: 0, message: `Field 'config.${missing}' is not set`, details: { field: missing } }
  if (type?.needsAuthorisation && !connection.authorised) {
    return { step: 1, message: 'The connection is not authorized', details: {} }
  }
  return null
}
