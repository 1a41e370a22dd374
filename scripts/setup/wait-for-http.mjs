import { setTimeout as sleep } from 'node:timers/promises'

const INTERVAL_MS = 200

/**
 * Waits until `url` answers with success. Throws after `seconds`, with the last answer, or as soon as `serverDied`
 * says that a server is gone.
 */
export async function waitForHttp(url, seconds, serverDied) {
  let dead
  serverDied.then((reason) => {
    dead = reason
  })
  let last = 'no answer'
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(INTERVAL_MS)) {
    if (dead) throw new Error(dead)
    last = await answerOf(url)
    if (last === 'ok') return
  }
  throw new Error(`${url} was not well after ${seconds} s: ${last}`)
}

async function answerOf(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) })
    return response.ok ? 'ok' : `${response.status} ${(await response.text()).slice(0, 500)}`
  } catch (error) {
    return error.cause?.message ?? error.message
  }
}
