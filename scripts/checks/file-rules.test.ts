import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../setup/folders.mjs'

const MOST_LINES = 300
const FORBIDDEN_NAMES = /^(utils?|helpers?|misc|commons?|managers?|data|info|v2|new)$/
// Folders that hold what was made or fetched, not what was written.
const NOT_OURS = /^(node_modules|generated|test-results|playwright-report|coverage|\..*)$/

const files = listSource('')

/** Every file of code below a folder, as paths from the root; walked, because a fresh copy need not be a git checkout. */
function listSource(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return NOT_OURS.test(entry.name) ? [] : listSource(path)
    return /\.(ts|tsx|mjs|js)$/.test(entry.name) ? [path] : []
  })
}

function isLongWithoutReason(path: string): boolean {
  const lines = readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n')
  return lines.length > MOST_LINES && !lines.some((line) => line.startsWith('// Long because: '))
}

function hasForbiddenName(path: string): boolean {
  return path.split(/[\\/]/).some((part) => FORBIDDEN_NAMES.test(part.replace(/\..*$/, '')))
}

describe('files of code', () => {
  it('are found', () => {
    expect(files).toContain(join('scripts', 'checks', 'file-rules.test.ts'))
    expect(files.length).toBeGreaterThan(300)
  })

  it('of more than 300 lines say why', () => {
    expect(files.filter(isLongWithoutReason)).toEqual([])
  })

  it('have names that say what they hold', () => {
    expect(files.filter(hasForbiddenName)).toEqual([])
    expect(['lib/utils.ts', 'lib/helpers/x.ts', 'lib/run-v2.ts', 'lib/data.test.ts'].filter(hasForbiddenName)).toEqual([
      'lib/utils.ts',
      'lib/helpers/x.ts',
      'lib/data.test.ts',
    ])
  })
})
