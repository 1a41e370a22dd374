import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { receiveWebhook } from '@/lib/control-loop/webhook/services/receive-webhook'
import { systemContext } from '@/lib/platform/context'
import { createCorrelationId } from '@/lib/platform/correlation-id'

/** An intake of deliveries that is a process of its own and may be killed as soon as it has answered. It tells its parent its port. */
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const signature = request.headers['x-fivetran-signature-256']
  const received = await receiveWebhook(systemContext('webhook', createCorrelationId()), {
    accountToken: request.url?.split('/').at(-1) ?? '',
    rawBody: Buffer.concat(chunks),
    signature: typeof signature === 'string' ? signature : null,
  })
  response.writeHead(received.outcome === 'kept' ? 200 : 400).end()
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit(0))
