import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** For tests: a folder to make throw-away files in, inside the only place the project writes to. */
export function testFolder(): string {
  const folder = join(import.meta.dirname, '../../../.data/tests')
  mkdirSync(folder, { recursive: true })
  return folder
}
