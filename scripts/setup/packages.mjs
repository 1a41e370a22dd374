import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './folders.mjs'

/** Installs the locked packages unless exactly they are installed. */
export async function ensurePackages(processes, step) {
  if (!areInstalled()) await step('installing packages (npm ci)', () => processes.run('npm ci', ...npm('ci')))
}

// npm keeps a lockfile of what it put into node_modules; optional packages of other platforms are not in it.
function areInstalled() {
  const installedFile = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(installedFile)) return false
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  )
}

function npm(...args) {
  const program = process.env.npm_execpath // npm's own script, when npm started us
  if (program?.endsWith('.js')) return [[program, ...args], {}]
  return [args, { file: process.platform === 'win32' ? 'npm.cmd' : 'npm' }]
}
