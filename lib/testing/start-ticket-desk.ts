import { z } from 'zod'
import { type ReceivedRequest, type Receiver, type ReceiverAnswer, startReceiver } from './start-receiver'

const issueSchema = z.object({ fields: z.looseObject({ summary: z.string(), labels: z.array(z.string()).optional() }) })
const commentSchema = z.object({ body: z.unknown() })

export interface Ticket {
  key: string
  summary: string
  labels: string[]
  comments: unknown[]
  isDone: boolean
}

export interface TicketDesk extends Receiver {
  tickets: Ticket[]
  /** What happens to the next requests: taken, refused with 503, or acted on with the answer lost. */
  mood: { now: 'well' | 'down' | 'forgets-to-answer' }
}

/** A Jira site over HTTP as far as one receiver uses it: search by label, create, edit, comment, transition. Tests only. */
export async function startTicketDesk(): Promise<TicketDesk> {
  const tickets: Ticket[] = []
  const mood: TicketDesk['mood'] = { now: 'well' }
  const receiver = await startReceiver((request) => {
    if (mood.now === 'down') return { status: 503 }
    const said = answer(request, tickets)
    return mood.now === 'forgets-to-answer' && request.method === 'POST' ? 'lost' : said
  })
  return { ...receiver, tickets, mood }
}

function answer({ method, path, body }: ReceivedRequest, tickets: Ticket[]): ReceiverAnswer {
  const [, rest = ''] = path.split('/rest/api/3/')
  if (rest.startsWith('search/jql')) {
    const label = /labels = "([^"]+)"/.exec(new URLSearchParams(rest.split('?')[1]).get('jql') ?? '')?.[1] ?? ''
    return { status: 200, body: { issues: tickets.filter(({ labels }) => labels.includes(label)) } }
  }
  if (rest.startsWith('issue/createmeta')) return { status: 200, body: { issueTypes: [{ name: 'Task' }] } }
  if (method === 'POST' && rest === 'issue') {
    const { fields } = issueSchema.parse(body)
    const key = `DATA-${tickets.length + 1}`
    tickets.push({ key, summary: fields.summary, labels: fields.labels ?? [], comments: [], isDone: false })
    return { status: 201, body: { id: key, key, self: '' } }
  }
  const ticket = tickets.find(({ key }) => rest.startsWith(`issue/${key}`))
  if (!ticket) return { status: 404, body: { errorMessages: ['Issue does not exist'], errors: {} } }
  if (method === 'PUT') {
    ticket.summary = issueSchema.parse(body).fields.summary
    return { status: 204 }
  }
  if (rest.endsWith('/comment')) {
    ticket.comments.push(commentSchema.parse(body).body)
    return { status: 201, body: {} }
  }
  if (rest.endsWith('/transitions')) {
    if (method === 'POST') ticket.isDone = true
    const transitions = [
      { id: '11', to: { statusCategory: { key: 'indeterminate' } } },
      { id: '31', to: { statusCategory: { key: 'done' } } },
    ]
    return method === 'POST' ? { status: 204 } : { status: 200, body: { transitions } }
  }
  const status = { statusCategory: { key: ticket.isDone ? 'done' : 'new' } }
  return {
    status: 200,
    body: { fields: { status, comment: { comments: ticket.comments.map((one) => ({ body: one })) } } },
  }
}
