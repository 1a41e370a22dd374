import { z } from 'zod'
import { type Answer, createCaller, refusalOf } from '@/lib/integrations/messages/call-receiver'
import type {
  DeliverOptions,
  DeliverOutcome,
  Notice,
  NoticeReceiver,
  ReceiverProblem,
} from '@/lib/integrations/messages/port'
import { toDocument, toTicketDocument } from './to-document'

export interface JiraReceiverOptions {
  /** Of the site: `https://example.atlassian.net`. */
  address: string
  email: string
  apiToken: string
  projectKey: string
  /** As the project names it: `Task`. */
  issueType: string
  allowPrivateAddresses: readonly string[]
}

const SUMMARY_MAX = 254
const typesSchema = z.object({ issueTypes: z.array(z.object({ name: z.string() })) })
const foundSchema = z.object({ issues: z.array(z.object({ key: z.string() })) })
const createdSchema = z.object({ key: z.string() })
const errorSchema = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
})
const issueSchema = z.object({
  fields: z.object({
    status: z.object({ statusCategory: z.object({ key: z.string() }) }),
    comment: z.object({ comments: z.array(z.object({ body: z.unknown() })) }),
  }),
})
const transitionsSchema = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ statusCategory: z.object({ key: z.string() }) }) })),
})

/**
 * One issue a thread, known again by a label with the thread's id: looked for before it is created. Its text is kept up to date; the recovery note is a
 * comment, written once, and the issue is moved to a done status if its workflow offers one. What people write there decides nothing here.
 */
export function createJiraReceiver(options: JiraReceiverOptions): NoticeReceiver {
  const { call, close } = createCaller(options)
  const credentials = Buffer.from(`${options.email}:${options.apiToken}`, 'utf8').toString('base64')

  async function ask(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body: object | undefined,
    { signal }: DeliverOptions,
  ): Promise<Answer | ReceiverProblem> {
    const answer = await call({
      method,
      url: `${options.address}/rest/api/3/${path}`,
      headers: { authorization: `Basic ${credentials}` },
      ...(body && { body }),
      signal,
    })
    if (answer.outcome !== 'answered' || (answer.status >= 200 && answer.status < 300)) return answer
    const said = errorSchema.safeParse(answer.json).data
    const words = [...(said?.errorMessages ?? []), ...Object.entries(said?.errors ?? {}).map((one) => one.join(': '))]
    return refusalOf(answer.status, words.join(' '))
  }

  async function find(id: string, asked: DeliverOptions): Promise<string | null | ReceiverProblem> {
    const query = new URLSearchParams({
      jql: `labels = "${labelOf(id)}" ORDER BY created`,
      fields: 'status',
      maxResults: '1',
    })
    const answer = await ask('GET', `search/jql?${query}`, undefined, asked)
    if (answer.outcome !== 'answered') return answer
    const found = foundSchema.safeParse(answer.json)
    return found.success ? (found.data.issues[0]?.key ?? null) : unreadable()
  }

  async function create(notice: Notice, asked: DeliverOptions): Promise<string | ReceiverProblem> {
    const fields = {
      project: { key: options.projectKey },
      issuetype: { name: options.issueType },
      labels: ['headgate', labelOf(notice.id)],
      ...textOf(notice),
    }
    const answer = await ask('POST', 'issue', { fields }, asked)
    if (answer.outcome !== 'answered') return answer
    const created = createdSchema.safeParse(answer.json)
    return created.success ? created.data.key : unreadable()
  }

  async function clear(key: string, notice: Notice, asked: DeliverOptions): Promise<ReceiverProblem | null> {
    const answer = await ask('GET', `issue/${key}?fields=status,comment`, undefined, asked)
    if (answer.outcome !== 'answered') return answer
    const issue = issueSchema.safeParse(answer.json)
    if (!issue.success) return unreadable()
    const mark = `Headgate ${notice.id}`
    if (!issue.data.fields.comment.comments.some(({ body }) => JSON.stringify(body).includes(mark))) {
      const said = await ask('POST', `issue/${key}/comment`, { body: toDocument([notice.status, mark]) }, asked)
      if (said.outcome !== 'answered') return said
    }
    if (issue.data.fields.status.statusCategory.key === 'done') return null
    const offered = await ask('GET', `issue/${key}/transitions`, undefined, asked)
    if (offered.outcome !== 'answered') return offered
    const done = transitionsSchema
      .safeParse(offered.json)
      .data?.transitions.find(({ to }) => to.statusCategory.key === 'done')
    // A workflow without a way to done from here is the team's own: the note says it all.
    if (!done) return null
    const moved = await ask('POST', `issue/${key}/transitions`, { transition: { id: done.id } }, asked)
    return moved.outcome === 'answered' ? null : moved
  }

  return {
    async test(asked = {}) {
      const project = encodeURIComponent(options.projectKey)
      const answer = await ask('GET', `issue/createmeta/${project}/issuetypes`, undefined, asked)
      if (answer.outcome !== 'answered') return answer
      const types = typesSchema.safeParse(answer.json).data?.issueTypes.map(({ name }) => name) ?? []
      return types.includes(options.issueType)
        ? { outcome: 'taken', reason: `Jira takes a ${options.issueType} in ${options.projectKey}.` }
        : {
            outcome: 'refused',
            reason: `The project takes ${types.slice(0, 8).join(', ') || 'nothing'} from this user.`,
          }
    },
    async deliver(notice, told, asked = {}): Promise<DeliverOutcome> {
      const known = told?.reference ?? (await find(notice.id, asked))
      if (known !== null && typeof known !== 'string') return known
      const key = known ?? (await create(notice, asked))
      if (typeof key !== 'string') return key
      if (known !== null) {
        const kept = await ask('PUT', `issue/${encodeURIComponent(key)}`, { fields: textOf(notice) }, asked)
        if (kept.outcome !== 'answered') return kept
      }
      if (notice.state === 'cleared') {
        const problem = await clear(encodeURIComponent(key), notice, asked)
        if (problem) return problem
      }
      return { outcome: 'delivered', reference: key, link: `${options.address}/browse/${encodeURIComponent(key)}` }
    },
    close,
  }
}

const labelOf = (id: string) => `headgate-${id}`

function textOf(notice: Notice): object {
  // A line break in a summary is refused.
  return { summary: notice.title.replace(/\s+/gu, ' ').slice(0, SUMMARY_MAX), description: toTicketDocument(notice) }
}

function unreadable(): ReceiverProblem {
  return { outcome: 'unreachable', reason: 'Jira answers with something unreadable.' }
}
