import type { Connection } from '@/sandbox/state/world'

/** Takes a connection; gives the outcome of its setup tests. A task the connection carries is what fails. */
export function runSetupTests(connection: Connection) {
  const task = connection.tasks[0]
  return ['Connecting to source', 'Validating credentials', 'Reading schema'].map((title, index) => {
    if (!task || index === 0) return { title, status: 'PASSED', message: '', details: {} }
    return index === 1
      ? { title, status: 'FAILED', message: task.message, details: { code: task.code } }
      : { title, status: 'SKIPPED', message: 'Skipped because an earlier test failed', details: {} }
  })
}
