import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, expect, type Page } from 'playwright/test'
import { z } from 'zod'
import { Api } from './api'
import { fromRunner } from './stack'

const peopleSchema = z.array(z.object({ role: z.string(), name: z.string(), email: z.string(), password: z.string() }))
export type Account = z.infer<typeof peopleSchema>[number]
/** Three are seeded; the viewer and the second steward are added by the admin, as in any installation. */
export type Who = 'viewer' | 'engineer' | 'steward' | 'second-steward' | 'admin'
type State = Awaited<ReturnType<BrowserContext['storageState']>>

const accounts = new Map<Who, Account>()
const sessions = new Map<Who, State>()

/** One of the three people that the seed made. */
export function seededPerson(who: 'engineer' | 'steward' | 'admin'): Account {
  const people = peopleSchema.parse(JSON.parse(readFileSync(fromRunner('E2E_PEOPLE_FILE'), 'utf8')))
  const person = people.find(({ role }) => role === who)
  if (!person) throw new Error(`The seed made no ${who}`)
  return person
}

/** Signs in on the sign-in page and ends on Home. */
export async function signInOnPage(page: Page, account: Account): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(account.email)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/')
}

/** Takes who; gives the session that a sign-in on the page leaves, made once and used for every journey. */
export async function sessionOf(browser: Browser, who: Who): Promise<{ account: Account; state: State }> {
  const account = accounts.get(who) ?? (await accountOf(browser, who))
  accounts.set(who, account)
  let state = sessions.get(who)
  if (!state) {
    const context = await browser.newContext()
    await signInOnPage(await context.newPage(), account)
    state = await context.storageState()
    await context.close()
    sessions.set(who, state)
  }
  return { account, state }
}

async function accountOf(browser: Browser, who: Who): Promise<Account> {
  if (who !== 'viewer' && who !== 'second-steward') return seededPerson(who)
  const { state } = await sessionOf(browser, 'admin')
  const context = await browser.newContext({ storageState: state })
  const tag = randomBytes(4).toString('hex')
  const account = {
    role: who === 'viewer' ? 'viewer' : 'steward',
    name: who === 'viewer' ? 'Vera Novak' : 'Priya Raman',
    email: `${who}-${tag}@demo.example`,
    password: randomBytes(12).toString('hex'),
  }
  await new Api(context.request, fromRunner('E2E_BASE_URL')).send('/people', account, z.unknown())
  await context.close()
  return account
}
