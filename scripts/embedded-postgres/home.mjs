import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { ROOT, STATE } from '../setup/folders.mjs'
import { isReachable } from './account.mjs'

/**
 * Where the server's files live: the repository's .data. Only when root works in a folder no other account may enter
 * (say, in its own home) does the server, which cannot be root, need a place of its own.
 */
export const home = isReachable(STATE) ? STATE : join('/var/tmp', `headgate-${shortHash(ROOT)}`)

export const clusterFolder = join(home, 'pg')
export const serverFile = join(home, 'pg.json')
export const logFile = join(home, 'pg.log')
export const lockFile = join(home, 'pg.lock')

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
