import { spawn } from 'node:child_process'
import { mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './folders.mjs'

const GRACE_MS = 12_000 // a worker takes ten seconds to let its running jobs end
const SHOWN_LINES = 30
const exitWithParent = pathToFileURL(join(ROOT, 'scripts/setup/exit-with-parent.mjs')).href

/**
 * The programs one command starts, so that it can stop them all. Each is a Node process of its own group: Ctrl-C
 * reaches only the command, which then ends the others in order, with whatever they started themselves.
 * @param {string} logFolder where servers write their output
 */
export function createProcesses(logFolder) {
  const living = new Set()
  const servers = new Map()
  const branches = []
  let stopping = false
  let reportDeath
  /** Resolves with a sentence when a server ends though nobody asked it to. */
  const serverDied = new Promise((resolve) => {
    reportDeath = resolve
  })

  function launch(file, args, options) {
    if (stopping) throw new Error('stopped')
    const child = spawn(file, args, { cwd: ROOT, detached: process.platform !== 'win32', ...options })
    living.add(child)
    child.once('exit', () => living.delete(child))
    child.once('error', () => living.delete(child))
    return child
  }

  function startServer(name, { args, env, first = env, mayEnd }) {
    mkdirSync(logFolder, { recursive: true })
    const logFile = join(logFolder, `${name}.log`)
    const log = openSync(logFile, servers.has(name) ? 'a' : 'w')
    const child = launch(process.execPath, ['--import', exitWithParent, ...args], {
      env: { ...env, HEADGATE_STARTER_PID: String(process.pid) },
      stdio: ['ignore', log, log, 'ipc'],
    })
    const server = { child, args, first, mayEnd }
    servers.set(name, server)
    child.once('exit', (code, signal) => {
      if (stopping || server.mayEnd) return
      const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')
      reportDeath(`The ${name} process ended by itself (${signal ?? `exit code ${code}`}). Its last words:\n${lines}`)
    })
  }

  return {
    serverDied,

    /** Starts `node ...args` as a server with exactly `env` as its environment. */
    start(name, args, env) {
      startServer(name, { args, env, mayEnd: false })
    },

    /** Ends one server on purpose, as `kill -9` would unless `politely`, and waits until it is gone. */
    async end(name, { politely = false } = {}) {
      const server = servers.get(name)
      if (!server || !living.has(server.child)) return
      server.mayEnd = true
      if (politely) return end(server.child)
      const gone = new Promise((resolve) => server.child.once('exit', resolve))
      signalGroup(server.child, 'SIGKILL')
      await gone
    },

    /**
     * Starts a server that ended, as it was started first.
     * @param {{ env?: object, mayEnd?: boolean }} [options] `env` is added to its environment for this time only; with
     *   `mayEnd` nobody complains when it ends by itself
     */
    startAgain(name, { env = {}, mayEnd = false } = {}) {
      const { args, first } = servers.get(name)
      startServer(name, { args, env: { ...first, ...env }, first, mayEnd })
    },

    /** Whether the server of that name is there now. */
    isRunning: (name) => living.has(servers.get(name)?.child),

    /**
     * Runs a program to its end, by default silently.
     * @param {{ env?: object, show?: boolean, file?: string }} [options] `show` lets it write to our terminal
     * @returns {Promise<string>} what it wrote. Rejects with that, when it fails
     */
    run(name, args, { env = process.env, show = false, file = process.execPath } = {}) {
      const child = launch(file, args, { env, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
      return new Promise((resolve, reject) => {
        child.once('error', reject)
        child.once('close', (code, signal) => {
          if (stopping) return // the command is ending, nobody is left to tell
          if (code === 0) resolve(output)
          else reject(new Error([output.trimEnd(), `${name} failed (${signal ?? `exit code ${code}`})`].join('\n')))
        })
      })
    },

    /** Programs with names of their own, so that a second "web" may run beside the first; `stopAll` ends them too. */
    branch(folder) {
      const branch = createProcesses(folder)
      branches.push(branch)
      return branch
    },

    /** Ends everything that still runs: politely, and by force when they do not. */
    async stopAll() {
      stopping = true
      await Promise.all([...[...living].map(end), ...branches.map((branch) => branch.stopAll())])
    },
  }
}

function end(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  signalGroup(child, 'SIGTERM')
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS)
  return gone.finally(() => clearTimeout(force))
}

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error // it ended a moment ago
  }
}
