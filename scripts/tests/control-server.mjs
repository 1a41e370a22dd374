import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

/**
 * Lets a journey end and start the stack's own web and worker, which belong to this command and not to the journey.
 * `POST /<server>` takes `{"end":"politely"|"by-force"}` or `{"start":{"env":{…},"mayEnd":true}}`; `GET /<server>` says
 * whether it runs.
 * @param {ReturnType<import('../setup/processes.mjs').createProcesses>} processes
 * @returns {Promise<{ url: string, close: () => void }>} answers this machine only
 */
export async function startControlServer(processes) {
  const server = createServer((request, response) => {
    answer(processes, request).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error) => response.writeHead(400).end(error.message),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() }
}

async function answer(processes, request) {
  const name = request.url.slice(1)
  if (!['web', 'worker'].includes(name)) throw new Error(`there is no server "${name}" to control`)
  if (request.method === 'POST') {
    const order = JSON.parse(await text(request))
    if (order.end) await processes.end(name, { politely: order.end === 'politely' })
    if (order.start) processes.startAgain(name, order.start)
  }
  return { running: processes.isRunning(name) }
}
