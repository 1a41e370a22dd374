import { test as base, expect, type Page } from 'playwright/test'
import { z } from 'zod'
import { Api } from './support/api'
import { ConsoleWatch } from './support/console-watch'
import { Control } from './support/control'
import { type Account, sessionOf, type Who } from './support/people'
import { Sandbox } from './support/sandbox'
import { fromRunner } from './support/stack'

/** A signed-in person: a browser of their own and the API with their cookie. */
export interface Person {
  page: Page
  api: Api
  account: Account
}

interface Fixtures {
  /** Signs somebody in, each in a browser of their own. */
  login(who: Who): Promise<Person>
  sandbox: Sandbox
  control: Control
  /** Fails the journey at its end for any complaint of a page that was not expected. */
  watch: ConsoleWatch
}

const seenSchema = z.object({ items: z.array(z.object({ refreshedAt: z.string().nullable() })) })
/** The connections of the built-in scenario of which the schema can be read. */
const connectionsReadable = 4
let isReady = false

/** Waits until the worker read the account for the first time: what happens before is in the baseline, not a change. */
async function waitForFirstReading(api: Api): Promise<void> {
  if (isReady) return
  await expect(async () => {
    const { items } = await api.read('/connections?limit=200', seenSchema)
    expect(items.filter(({ refreshedAt }) => refreshedAt).length).toBeGreaterThanOrEqual(connectionsReadable)
  }).toPass({ timeout: 60_000 })
  isReady = true
}

export const test = base.extend<Fixtures>({
  watch: async ({ browserName: _ }, use) => {
    const watch = new ConsoleWatch()
    await use(watch)
    watch.verify()
  },
  context: async ({ context, watch }, use) => {
    watch.attach(context)
    await use(context)
  },
  login: async ({ browser, watch }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (who) => {
      const { account, state } = await sessionOf(browser, who)
      const context = await browser.newContext({ storageState: state })
      contexts.push(context)
      watch.attach(context)
      const api = new Api(context.request, fromRunner('E2E_BASE_URL'))
      await waitForFirstReading(api)
      return { page: await context.newPage(), api, account }
    })
    for (const context of contexts) await context.close()
  },
  sandbox: async ({ browserName: _ }, use) => use(new Sandbox()),
  control: async ({ browserName: _ }, use) => use(new Control()),
})

export { expect }
