import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Everything the scripts write lives here; deleting it starts afresh. */
export const STATE = join(ROOT, '.data')
