import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from '@/lib/platform/config/test-folder'
import type { Mutant } from './mutants'

const root = join(import.meta.dirname, '../../../../..')

/** Copies the source into a throw-away folder, puts the fault in and gives the folder. Refuses when the text to replace is not there exactly once. */
export function makeMutant(mutant: Mutant): string {
  const folder = mkdtempSync(join(testFolder(), 'mutant-'))
  for (const part of ['lib', 'generated', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(folder, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  for (const { file, from, to } of mutant.edits) {
    const path = join(folder, file)
    const parts = readFileSync(path, 'utf8').split(from)
    if (parts.length !== 2) throw new Error(`${mutant.name}: ${file} has its text ${parts.length - 1} times`)
    writeFileSync(path, parts.join(to))
  }
  return folder
}
