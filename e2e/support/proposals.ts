import { expect } from 'playwright/test'
import { z } from 'zod'
import type { Api } from './api'

const summarySchema = z.object({
  id: z.string(),
  number: z.number(),
  path: z.string(),
  verb: z.string(),
  state: z.string(),
})
const listSchema = z.object({ items: z.array(summarySchema) })
const detailSchema = summarySchema.extend({
  revision: z.number(),
  planHash: z.string(),
  risk: z.enum(['low', 'medium', 'high']),
  approvals: z.number(),
  approvalsNeeded: z.number(),
  correlationId: z.string(),
  actions: z.array(z.object({ kind: z.string() }).loose()),
  reviews: z.array(z.object({ counts: z.boolean(), revision: z.number(), decision: z.string() }).loose()),
  runs: z.array(z.object({ id: z.string(), number: z.number(), state: z.string() }).loose()),
  connection: z.object({ id: z.string(), name: z.string() }).loose(),
})
export type Proposal = z.infer<typeof detailSchema>

const connectionsSchema = z.object({ items: z.array(z.object({ id: z.string(), externalId: z.string() })) })
const createdSchema = z.object({ id: z.string(), number: z.number() })
const runSchema = z.object({
  id: z.string(),
  state: z.string(),
  workerId: z.string().nullable(),
  steps: z.array(z.object({ state: z.string() }).loose()),
  log: z.array(z.object({ text: z.string() }).loose()),
})
/** A drift arrives by webhook, job, snapshot, comparison and draft. */
const arrival = { timeout: 30_000, intervals: [200, 400, 800] }

/** Waits for a proposal about a column (`schema.table.column`) in one of the states, and gives the latest. */
export async function proposalAbout(api: Api, path: string, states = ['in-review']): Promise<Proposal> {
  const column = path.split('.').at(-1) ?? path
  let found: z.infer<typeof summarySchema> | undefined
  await expect(async () => {
    const { items } = await api.read(`/proposals?view=all&limit=200&q=${encodeURIComponent(column)}`, listSchema)
    found = items
      .filter((item) => item.path === path && states.includes(item.state))
      .sort((a, b) => b.number - a.number)[0]
    expect(found, `a proposal about ${path} in ${states.join(' or ')}`).toBeDefined()
  }).toPass(arrival)
  return readProposal(api, found?.id ?? '')
}

/** One proposal as this person sees it now. */
export function readProposal(api: Api, id: string): Promise<Proposal> {
  return api.read(`/proposals/${id}`, detailSchema)
}

/** The id under which Headgate knows a connection of Fivetran. */
export async function connectionId(api: Api, externalId: string): Promise<string> {
  const { items } = await api.read('/connections?limit=200', connectionsSchema)
  const found = items.find((item) => item.externalId === externalId)
  if (!found) throw new Error(`Headgate does not list ${externalId}`)
  return found.id
}

/** Drafts as a person through the API, for journeys that are about what comes after. */
export async function draft(api: Api, externalId: string, actions: object[]): Promise<Proposal> {
  const body = { connectionId: await connectionId(api, externalId), actions, rationale: 'Asked for by the data team.' }
  return readProposal(api, (await api.send('/proposals', body, createdSchema)).id)
}

/** Approves through the API exactly what this person sees now. */
export async function approve(api: Api, id: string): Promise<void> {
  const { revision, planHash } = await readProposal(api, id)
  await api.send(`/proposals/${id}/reviews`, { decision: 'approve', revision, planHash, reason: null }, z.unknown())
}

/** Starts the apply through the API; gives the run's id. */
export async function apply(api: Api, id: string): Promise<string> {
  const { planHash } = await readProposal(api, id)
  return (await api.send(`/proposals/${id}/apply-runs`, { planHash }, createdSchema)).id
}

/** An apply run as it stands. */
export function readRun(api: Api, id: string): Promise<z.infer<typeof runSchema>> {
  return api.read(`/apply-runs/${id}`, runSchema)
}
