import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { z } from 'zod'

const openedSchema = z.object({ socket: z.custom<Socket>() })

export interface Sentinel {
  /** An address that listens and that nobody may call. */
  url: string
  /** How often somebody did. */
  calls(): number
  /** `host:port` of every socket this process opened since, other than to those allowed. */
  strays(): string[]
  stop(): void
}

/** Watches every socket that this process opens through the network module, and keeps a server that nobody may call. */
export async function forbidSockets(allowedPorts: readonly number[]): Promise<Sentinel> {
  let calls = 0
  const server: Server = createServer((_request, response) => response.end())
  server.on('connection', () => {
    calls += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const seen: string[] = []
  const watch = (message: unknown) => {
    const { socket } = openedSchema.parse(message)
    socket.once('connect', () => {
      if (socket.remotePort && !allowedPorts.includes(socket.remotePort)) {
        seen.push(`${socket.remoteAddress}:${socket.remotePort}`)
      }
    })
  }
  subscribe('net.client.socket', watch)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () => calls,
    strays: () => seen,
    stop: () => {
      unsubscribe('net.client.socket', watch)
      server.closeAllConnections()
      server.close()
    },
  }
}
