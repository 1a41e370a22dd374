import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { account } from './account.mjs'
import { program } from './binaries.mjs'
import { clusterFolder, home } from './home.mjs'
import { runAsAccount } from './run-as-account.mjs'

/** The cluster's superuser. */
export const OWNER = 'headgate'

const growingFolder = `${clusterFolder}.creating`

/** Whether the cluster has been created. */
export const clusterExists = () => existsSync(join(clusterFolder, 'PG_VERSION'))

/**
 * Creates the cluster with the programs in `binaries`.
 * @param {(password: string) => void} keepPassword stores the owner's password, which every connection needs; called
 *   before the cluster is in its place, so that none can be there without it
 */
export function createCluster(binaries, keepPassword) {
  const password = randomBytes(18).toString('base64url')
  const passwordFile = join(home, 'pg.password')
  rmSync(growingFolder, { recursive: true, force: true }) // what an interrupted creation left
  mkdirSync(growingFolder, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  lend(growingFolder)
  lend(passwordFile)
  try {
    const made = runAsAccount(join(binaries, program('initdb')), [
      ...['-D', growingFolder, '-U', OWNER, '--pwfile', passwordFile],
      ...['-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--no-instructions'],
    ])
    if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  keepPassword(password)
  renameSync(growingFolder, clusterFolder)
}

/** Refuses a cluster that another major version of PostgreSQL made: the files would not be understood. */
export function requireSameMajorVersion(binaries) {
  const made = readFileSync(join(clusterFolder, 'PG_VERSION'), 'utf8').trim()
  const { stdout } = runAsAccount(join(binaries, program('postgres')), ['--version'])
  const installed = /(\d+)\.\d+/.exec(stdout)?.[1]
  if (made !== installed)
    throw new Error(`${clusterFolder} was made by PostgreSQL ${made}, but ${installed} is installed: move it away`)
}

/** Gives a file to the account PostgreSQL runs under. */
export function lend(file) {
  if (account) chownSync(file, account.uid, account.gid)
}
