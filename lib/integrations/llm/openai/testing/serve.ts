import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const servers: Server[] = []

/** Listens on a free port of this machine; gives the address with `/v1`. Tests only. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
}

/** Ends every server of the test, and whatever hangs on it. */
export function closeServers(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
}

/** Answers with JSON. */
export function reply(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** Answers a completion with one message and what it cost. */
export function complete(response: ServerResponse, message: unknown, finish = 'stop') {
  const usage = { prompt_tokens: 120, completion_tokens: 34, total_tokens: 154 }
  reply(response, 200, { model: 'served-1', choices: [{ index: 0, finish_reason: finish, message }], usage })
}
