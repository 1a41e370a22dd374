import { connect, createServer } from 'node:net'

const LOOPBACK = '127.0.0.1'

/** Whether something listens on `port` of this machine. */
export function acceptsConnections(port) {
  return new Promise((resolve) => {
    const socket = connect(port, LOOPBACK, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** A port nobody uses at the moment. */
export async function freePort() {
  return listenOnce(0)
}

/** Whether a program of ours could listen on `port`. */
export async function isFree(port) {
  if (await acceptsConnections(port)) return false
  return listenOnce(port).then(
    () => true,
    () => false,
  )
}

/** The first free port from `port` on. Throws after a hundred taken ones. */
export async function nextFreePort(port) {
  for (let candidate = port; candidate < port + 100; candidate++) if (await isFree(candidate)) return candidate
  throw new Error(`no free port between ${port} and ${port + 99}`)
}

function listenOnce(port) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      const { port: taken } = server.address()
      server.close(() => resolve(taken))
    })
  })
}
