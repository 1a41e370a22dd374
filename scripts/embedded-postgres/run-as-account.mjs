import { spawnSync } from 'node:child_process'
import { account } from './account.mjs'
import { home } from './home.mjs'

// PGDATA, PGPORT and the like would redirect the programs to another server.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
Object.assign(environment, { LC_ALL: 'C', LC_MESSAGES: 'C', PGTZ: 'UTC' })

/** Runs a PostgreSQL program to its end under the account of account.mjs. Throws when it cannot be started. */
export function runAsAccount(file, args, options = {}) {
  const ended = spawnSync(file, args, { encoding: 'utf8', env: environment, cwd: home, ...account, ...options })
  if (ended.error) throw ended.error
  return ended
}
