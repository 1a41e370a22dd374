import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptsConnections, freePort } from '../setup/ports.mjs'
import { findBinaries, program } from './binaries.mjs'
import { clusterExists, createCluster, lend, OWNER, requireSameMajorVersion } from './cluster.mjs'
import { countSessions, ensureDatabase, SERVER_DATABASES } from './databases.mjs'
import { clusterFolder, home, lockFile, logFile, serverFile } from './home.mjs'
import { withLock } from './lock.mjs'
import { runAsAccount } from './run-as-account.mjs'

// Tests run many small databases at once, each with its own pool.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: "''",
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: 200,
  shared_buffers: '128MB',
  wal_compression: 'on',
}

/**
 * Starts the server unless it runs, creating the cluster and its databases when they are missing. It is a daemon on a
 * loopback port and outlives this process.
 * @returns {Promise<{ port: number, started: boolean }>} `started` tells whether this call did it
 */
export function startServer() {
  return withLock(lockFile, async () => {
    const started = !(await isRunning())
    if (started) await launch()
    for (const database of Object.values(SERVER_DATABASES)) await ensureDatabase(serverUrl('postgres'), database)
    return { port: readServer().port, started }
  })
}

/** Stops the server, ending its sessions. @returns {Promise<boolean>} false when it was not running */
export async function stopServer() {
  if (!(await isRunning())) return false
  return control(readServer().binaries, ['stop', '-w', '-m', 'fast']).status === 0
}

/** Stops the server only if nobody else is connected to it. */
export async function stopServerIfUnused() {
  if ((await isRunning()) && (await countSessions(serverUrl('postgres'))) === 0) await stopServer()
}

/** Whether the server runs and accepts connections. */
export async function isRunning() {
  if (!existsSync(serverFile) || !existsSync(join(clusterFolder, 'postmaster.pid'))) return false
  const { binaries, port } = readServer()
  if (!existsSync(join(binaries, program('pg_ctl'))) || control(binaries, ['status']).status !== 0) return false
  return acceptsConnections(port)
}

/** A connection URL for `database`, with the owner's password. */
export function serverUrl(database) {
  const { password, port } = readServer()
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`
}

async function launch() {
  const binaries = findBinaries()
  if (!clusterExists()) createCluster(binaries, (password) => writeServer({ password }))
  requireSameMajorVersion(binaries)
  const port = await choosePort()
  writeServer({ ...readServer(), port, binaries })
  if (!existsSync(logFile)) writeFileSync(logFile, '')
  lend(logFile)
  const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`)
  const options = [`-p ${port}`, ...settings].join(' ')
  // No pipes: the daemon would inherit them, and reading them would never end.
  const launched = control(binaries, ['start', '-w', '-t', '60', '-l', logFile, '-o', options], { stdio: 'ignore' })
  if (launched.status !== 0) {
    const lastLines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n')
    throw new Error(`PostgreSQL did not start. The end of ${logFile}:\n${lastLines}`)
  }
}

// The same port as last time keeps URLs valid that people have copied.
async function choosePort() {
  const { port } = readServer()
  return port && !(await acceptsConnections(port)) ? port : freePort()
}

function control(binaries, args, options) {
  return runAsAccount(join(binaries, program('pg_ctl')), [...args, '-D', clusterFolder], options)
}

function readServer() {
  if (!existsSync(serverFile)) throw new Error(`${serverFile} is missing, and with it the password of ${clusterFolder}`)
  return JSON.parse(readFileSync(serverFile, 'utf8'))
}

function writeServer(server) {
  mkdirSync(home, { recursive: true, mode: 0o755 })
  writeFileSync(serverFile, JSON.stringify(server, null, 2), { mode: 0o600 })
}
