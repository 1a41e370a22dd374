import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const WAIT_SECONDS = 120

/**
 * Runs `work` while no other process runs work under the same lock file, so that two commands started at once do not
 * both create the cluster. A lock whose owner is gone is taken over.
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o755 })
  const deadline = Date.now() + WAIT_SECONDS * 1000
  while (!take(file)) {
    if (Date.now() > deadline) throw new Error(`another process has held ${file} for ${WAIT_SECONDS} s`)
    await sleep(100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!ownerIsAlive(file)) rmSync(file, { force: true })
    return false
  }
}

function ownerIsAlive(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    if (!owner) return true // written a moment ago, the number is not in it yet
    process.kill(owner, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
