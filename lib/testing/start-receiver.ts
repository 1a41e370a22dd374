import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedRequest {
  method: string
  path: string
  headers: IncomingHttpHeaders
  /** As it came, for signatures. */
  text: string
  body: unknown
}
/** What to answer; `lost` closes the connection after the request was read, as a server does that acts and dies. */
export type ReceiverAnswer = { status: number; body?: unknown; headers?: Record<string, string> } | 'lost'

export interface Receiver {
  url: string
  requests: ReceivedRequest[]
  stop(): Promise<void>
}

/** A local HTTP server that keeps every request and answers as told. Tests only. */
export async function startReceiver(
  answer: (request: ReceivedRequest) => ReceiverAnswer | Promise<ReceiverAnswer>,
): Promise<Receiver> {
  const requests: ReceivedRequest[] = []
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', async () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const { method = '', url: path = '', headers } = incoming
      const request = { method, path, headers, text, body: text === '' ? null : (JSON.parse(text) as unknown) }
      requests.push(request)
      const said = await answer(request)
      if (said === 'lost') return incoming.socket.destroy()
      response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers })
      return response.end(said.body === undefined ? '' : JSON.stringify(said.body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
