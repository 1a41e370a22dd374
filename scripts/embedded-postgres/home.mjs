import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, STATE } from '../setup/folders.mjs'
import { isReachable } from './account.mjs'

/**
 * Where the server's files live: the repository's .data. Only when root works in a folder no other account may enter
 * (say, in its own home) does the server, which cannot be root, need a place of its own.
 */
export const home = isReachable(STATE) ? STATE : placeOutside()

export const clusterFolder = join(home, 'pg')
export const serverFile = join(home, 'pg.json')
export const logFile = join(home, 'pg.log')
export const lockFile = join(home, 'pg.lock')

// Anybody may create folders there, and we run programs from it: it must be ours.
function placeOutside() {
  const folder = join('/var/tmp', `headgate-${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && found.uid !== process.getuid())
    throw new Error(`${folder} belongs to somebody else: remove it, or move the repository out of a private folder`)
  return folder
}
