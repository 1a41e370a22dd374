/** Lets a few run at a time and keeps the others waiting, in order; one that is aborted while it waits rejects with the signal's reason. */
export function createGate(
  runningMax: number,
): <Result>(work: () => Promise<Result>, signal?: AbortSignal) => Promise<Result> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work, signal) => {
    if (running >= runningMax) await turn(waiting, signal)
    else running += 1
    try {
      signal?.throwIfAborted()
      return await work()
    } finally {
      const next = waiting.shift()
      // The place is handed over, never free in between.
      if (next) next()
      else running -= 1
    }
  }
}

function turn(waiting: (() => void)[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    const leave = () => {
      waiting.splice(waiting.indexOf(start), 1)
      reject(signal?.reason)
    }
    if (signal?.aborted) return reject(signal.reason)
    waiting.push(start)
    signal?.addEventListener('abort', leave, { once: true })
  })
}
