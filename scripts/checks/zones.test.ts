import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lintTree } from './lint-tree.mjs'
import { zoneCases } from './zone-cases.mjs'

const imports = zoneCases.map(({ file, allows, forbids }) => ({ file, specifiers: [...allows, ...forbids], forbids }))

const inZones = lintTree(
  Object.fromEntries(imports.map(({ file, specifiers }) => [file, specifiers.map(toImport).join('')])),
)

const elsewhere = lintTree({
  // A cycle of neighbours, and one that goes by the alias through another folder.
  'components/cycle/one.ts': "import { two } from './two'\nexport const one = () => two\n",
  'components/cycle/two.ts': "import { one } from './one'\nexport const two = () => one\n",
  'lib/platform/cycle/near.ts': "import { far } from '@/lib/platform/other/far'\nexport const near = () => far\n",
  'lib/platform/other/far.ts': "import { near } from '../cycle/near'\nexport const far = () => near\n",
  'lib/control-loop/diff/domain/by-type.ts':
    "export const x = (a: A) => a\nimport type { A } from '@/lib/worker/main'\n",
  'lib/control-loop/diff/domain/by-export.ts': "export { main } from '@/lib/worker/main'\n",
  'lib/control-loop/diff/domain/by-call.ts': "export const main = () => import('@/lib/worker/main')\n",
  'components/speaks.ts': "console.log('heard')\n",
  'sandbox/speaks.ts': "console.log('heard')\n",
  'lib/worker/reads-env.ts': 'export const port = process.env.PORT\n',
  'lib/platform/config/reads-env.ts': 'export const port = process.env.PORT\n',
  'sandbox/reads-env.ts': 'export const port = process.env.PORT\n',
  'instrumentation.ts': 'export const port = process.env.PORT\n',
  'next.config.js': 'export const port = process.env.PORT\n',
  'components/CamelCase.ts': 'export const one = 1\n',
})

function toImport(specifier: string): string {
  return `import '${specifier}'\n`
}

function pathsOf(rule: string): string[] {
  return elsewhere.flatMap((error) => (error.rule === rule ? [error.path] : [])).sort()
}

describe('the import law', () => {
  it.each(imports)('holds in $file', ({ file, specifiers, forbids }) => {
    const refused = inZones
      .filter(({ rule, path }) => rule === 'noRestrictedImports' && path === file)
      .map(({ line }) => specifiers[line - 1])
    expect(refused.sort()).toEqual([...forbids].sort())
  })

  it('holds whichever way a file imports', () => {
    expect(pathsOf('noRestrictedImports')).toEqual([
      'lib/control-loop/diff/domain/by-call.ts',
      'lib/control-loop/diff/domain/by-export.ts',
      'lib/control-loop/diff/domain/by-type.ts',
    ])
  })

  it('is shown to bite for every zone of biome.json', () => {
    const laws = [...readFileSync('biome.json', 'utf8').matchAll(/"message": "(.+)"/g)].map(([, law]) => law)
    expect(laws.length).toBeGreaterThan(20)
    expect(laws.filter((law) => !inZones.some(({ message }) => message === law))).toEqual([])
  })
})

describe('the other laws of the linter', () => {
  it('finds cycles, also through the alias', () => {
    expect(pathsOf('noImportCycles')).toEqual([
      'components/cycle/one.ts',
      'components/cycle/two.ts',
      'lib/platform/cycle/near.ts',
      'lib/platform/other/far.ts',
    ])
  })

  it('lets only the configuration and programs of their own read the environment', () => {
    expect(pathsOf('noProcessEnv')).toEqual(['lib/worker/reads-env.ts'])
  })

  it('keeps the console out of app, components and lib', () => {
    expect(pathsOf('noConsole')).toEqual(['components/speaks.ts'])
  })

  it('wants file names in kebab-case', () => {
    expect(pathsOf('useFilenamingConvention')).toEqual(['components/CamelCase.ts'])
  })
})
