import { z } from 'zod'
import { createCaller, refusalOf } from '../call-receiver'
import type { DeliverOptions, NoticeReceiver, ReceiverProblem } from '../port'
import { toSlackMessage } from './to-slack-message'

export interface SlackReceiverOptions {
  /** Of the service, without `/api`. */
  address: string
  botToken: string
  /** Id of a channel, `C…`. */
  channel: string
  allowPrivateAddresses: readonly string[]
}

const answerSchema = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
})
type SlackAnswer = z.infer<typeof answerSchema>

const credentialErrors = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
])

/** One message a thread, edited in place by `chat.update`. Slack knows no key of ours: a post whose answer was lost may appear twice. */
export function createSlackReceiver(options: SlackReceiverOptions): NoticeReceiver {
  const { call, close } = createCaller(options)

  async function ask(method: string, body: object, { signal }: DeliverOptions): Promise<SlackAnswer | ReceiverProblem> {
    const answer = await call({
      method: 'POST',
      url: `${options.address}/api/${method}`,
      headers: { authorization: `Bearer ${options.botToken}`, 'content-type': 'application/json; charset=utf-8' },
      body,
      signal,
    })
    if (answer.outcome !== 'answered') return answer
    const parsed = answerSchema.safeParse(answer.json)
    // A refusal comes with status 200.
    return parsed.success ? parsed.data : refusalOf(answer.status, 'not an answer of Slack')
  }

  return {
    async test(asked = {}) {
      const answer = await ask('auth.test', {}, asked)
      if ('outcome' in answer) return answer
      return answer.ok
        ? { outcome: 'taken', reason: 'Slack knows the token. Invite the bot to the channel.' }
        : problemOf(answer)
    },
    async deliver(notice, told, asked = {}) {
      const message = { ...toSlackMessage(notice), unfurl_links: false }
      const place = told?.reference?.split(' ')
      const answer = place
        ? await ask('chat.update', { ...message, channel: place[0], ts: place[1] }, asked)
        : await ask('chat.postMessage', { ...message, channel: options.channel }, asked)
      if ('outcome' in answer) return answer
      if (!answer.ok) return problemOf(answer)
      return { outcome: 'delivered', reference: `${answer.channel} ${answer.ts}`, link: null }
    },
    close,
  }
}

function problemOf({ error = 'unknown' }: SlackAnswer): ReceiverProblem {
  if (error === 'ratelimited' || error === 'internal_error' || error === 'service_unavailable') {
    return { outcome: 'unreachable', reason: `Slack cannot take it now (${error}).` }
  }
  if (credentialErrors.has(error)) {
    return { outcome: 'credentials-refused', reason: `Slack does not accept the token (${error}).` }
  }
  return { outcome: 'refused', reason: `Slack refuses the message (${error.slice(0, 80)}).` }
}
