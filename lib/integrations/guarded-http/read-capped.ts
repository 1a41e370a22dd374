import { ReplyRefusedError } from './transport-errors'

/** Collects a body up to a limit. Stops reading and refuses at the first byte beyond it, whatever the announced length says. */
export async function readCapped(body: AsyncIterable<Uint8Array>, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > bytesMax) throw new ReplyRefusedError(`The reply is larger than ${bytesMax} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
