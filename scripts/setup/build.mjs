import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './folders.mjs'
import { hashFiles } from './hash-files.mjs'

const CLIENT_INPUTS = ['prisma/schema.prisma', 'package-lock.json']
const APP_INPUTS = [
  ...['app', 'components', 'lib', 'public', 'proxy.ts', 'instrumentation.ts'],
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json'],
  ...CLIENT_INPUTS,
]

/** Generates the database client when the schema has changed since. */
export async function ensureDatabaseClient(processes, step) {
  await whenChanged('generated/prisma/.inputs', CLIENT_INPUTS, () =>
    step('generating the database client', () =>
      processes.run('prisma generate', ['node_modules/prisma/build/index.js', 'generate']),
    ),
  )
}

/** Builds the web application when anything it is made of has changed since. */
export async function ensureBuild(processes, step, env) {
  await whenChanged('.next/.inputs', APP_INPUTS, () =>
    step('building the web application', () =>
      processes.run('next build', ['node_modules/next/dist/bin/next', 'build'], { env }),
    ),
  )
}

// The mark lies inside what was made, so that whoever deletes or remakes the one removes the other.
async function whenChanged(mark, inputs, make) {
  const file = join(ROOT, mark)
  const hash = hashFiles(inputs)
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return
  await make()
  writeFileSync(file, hash)
}
