import type { ServerResponse } from 'node:http'
import type { Completion } from './complete'
import type { ModelFaultKind } from './model-fault'
import type { ModelReply } from './model-reply'

export interface Sending {
  model: string
  id: string
  fault: ModelFaultKind | null
  stream: boolean
  includeUsage: boolean
}

/** Sends a reply as it is, or loses it on the way as the fault says. */
export function sendReply(
  response: ServerResponse,
  { status, headers, body }: ModelReply,
  fault: ModelFaultKind | null,
) {
  if (fault === 'hang') return
  if (fault === 'drop-reply') {
    response.socket?.resetAndDestroy()
    return
  }
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  if (fault === 'stream-cut') {
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.resetAndDestroy())
  } else response.end(bytes)
}

/** Sends a made answer whole or as a stream, or loses it on the way as the fault says. */
export function sendCompletion(response: ServerResponse, completion: Completion, sending: Sending): void {
  const isLost = sending.fault === 'hang' || sending.fault === 'drop-reply'
  if (sending.stream && !isLost) {
    sendStream(response, completion, sending)
    return
  }
  const { finish, content, refusal, usage } = completion
  const message = { role: 'assistant', content, refusal }
  const choices = sending.fault === 'no-choice' ? [] : [{ index: 0, finish_reason: finish, message, logprobs: null }]
  const body = JSON.stringify({ ...head(sending, 'chat.completion'), choices, usage })
  sendReply(response, { status: 200, headers: { 'content-type': 'application/json' }, body }, sending.fault)
}

/** Pieces of a streamed answer have at most this many characters. */
const PIECE = 40

function sendStream(response: ServerResponse, { finish, content, refusal, usage }: Completion, sending: Sending): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const event = (choices: unknown[], more: object = {}) =>
    `data: ${JSON.stringify({ ...head(sending, 'chat.completion.chunk'), choices, ...more })}\n\n`
  const delta = (piece: object, reason: string | null = null) => [{ index: 0, delta: piece, finish_reason: reason }]
  const events = [event(delta({ role: 'assistant', content: '' }))]
  for (let at = 0; at < (content ?? '').length; at += PIECE) {
    events.push(event(delta({ content: (content ?? '').slice(at, at + PIECE) })))
  }
  if (refusal !== null) events.push(event(delta({ refusal })))
  if (sending.fault === 'stream-cut') {
    const half = events.slice(0, Math.ceil(events.length / 2)).join('')
    response.write(half, () => response.socket?.resetAndDestroy())
    return
  }
  events.push(event(delta({}, finish)))
  if (sending.includeUsage) events.push(event([], { usage }))
  response.end(`${events.join('')}data: [DONE]\n\n`)
}

const head = ({ id, model }: Sending, object: string) => ({
  id,
  object,
  created: Math.floor(Date.now() / 1000),
  model,
})
