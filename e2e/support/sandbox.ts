import { expect } from 'playwright/test'
import { z } from 'zod'
import { fromRunner } from './stack'

const entrySchema = z.object({
  seq: z.number(),
  method: z.string(),
  path: z.string(),
  body: z.unknown(),
  status: z.number(),
  actor: z.string(),
})
const logSchema = z.object({ items: z.array(entrySchema) })
const requestsSchema = z.object({ paid: z.number() }).loose()
const syncSchema = z.object({ status: z.string() }).loose()
export type LogEntry = z.infer<typeof entrySchema>

/** The Fivetran of the journeys, by the commands that stand for what happens in the world outside. */
export class Sandbox {
  readonly origin = fromRunner('E2E_SANDBOX_URL')

  /** Sends a command; without a body it reads. Fails with the sandbox's own words. */
  async command(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
    const response = await fetch(`${this.origin}/sandbox${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }

  /** Changes the source of a connection; Fivetran learns of it at the next sync. */
  async changeSource(connection: string, change: Record<string, unknown>): Promise<void> {
    await this.command(`/connections/${connection}/source`, change)
  }

  /** Runs a sync to its end, which also sends its webhooks. */
  async sync(connection: string): Promise<void> {
    const sync = syncSchema.parse(
      await this.command(`/connections/${connection}/sync`, { wait: true, durationMs: 0, force: true }),
    )
    expect(sync.status.toLowerCase()).toContain('success')
  }

  /** A person with access to Fivetran changes a setting there, around Headgate. */
  async editAsSomebody(path: string, body: Record<string, unknown>): Promise<void> {
    await this.command('/edit', { path, body })
  }

  /** What was sent to a connection by Headgate's key and may have changed something, in order. */
  async sentTo(connection: string, since = 0): Promise<LogEntry[]> {
    const { items } = logSchema.parse(await this.command(`/log?since=${since}`))
    return items.filter(({ actor, path }) => actor === 'sandbox-key' && path.includes(`/connections/${connection}`))
  }

  /** The number of the last entry of the log. */
  async lastSeq(): Promise<number> {
    const { items } = logSchema.parse(await this.command('/log'))
    return items.at(-1)?.seq ?? 0
  }

  /** What the scripted model answers next to a task, word for word; `times` counts repair turns too. */
  async answerAs(task: string, json: unknown, times: number): Promise<void> {
    await this.command('/model/answers', { answers: [{ task, json, times }] })
  }

  /** Replies of the scripted model that somebody paid for. */
  async paidReplies(): Promise<number> {
    return requestsSchema.parse(await this.command('/model/requests')).paid
  }
}
