import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Our own labelled cases: small, and made by those who wrote the rules. Others are read from a folder of the same file names. */
export const ownCases = join(import.meta.dirname, 'cases')

/** The cases of a task, one JSON line each; null when the folder has none. An error names file and line. */
export function readCases(folder: string, task: string): unknown[] | null {
  const file = join(folder, `${task}.jsonl`)
  if (!existsSync(file)) return null
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return []
      try {
        return [JSON.parse(line) as unknown]
      } catch (error) {
        throw new Error(`${file}:${at + 1}: ${String(error)}`)
      }
    })
}
