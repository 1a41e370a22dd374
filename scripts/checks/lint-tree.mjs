import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT, STATE } from '../setup/folders.mjs'

const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')

/**
 * Lints an invented tree of files under the rules of this repository, so that a test can see a rule bite.
 * @param {Record<string, string>} files text by path, as if from the repository's root
 * @returns {Array<{ rule: string, path: string, line: number, message: string }>} what the linter calls an error
 */
export function lintTree(files) {
  mkdirSync(STATE, { recursive: true })
  const folder = mkdtempSync(join(STATE, 'lint-'))
  try {
    // The linter resolves '@/' by tsconfig.json, which it reads only beside a package.json; without it a cycle hides behind the alias.
    for (const name of ['biome.json', 'package.json', 'tsconfig.json'])
      copyFileSync(join(ROOT, name), join(folder, name))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    return errorsOf(spawnSync(process.execPath, [biome, ...command], { cwd: folder, encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const command = ['lint', '--reporter=json', '--max-diagnostics=none', '--diagnostic-level=error']

function errorsOf({ stdout, stderr }) {
  if (!stdout.startsWith('{')) throw new Error(`The linter gave no report: ${stderr || stdout}`)
  return JSON.parse(stdout).diagnostics.map(({ category, location, message }) => ({
    rule: category.split('/').at(-1),
    path: location.path,
    line: location.start.line,
    message,
  }))
}
