import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiRoutes } from '@/sandbox/server/api-routes'
import { matchRoute, type Route } from '@/sandbox/server/route'
import { type Answer, startTestSandbox, type TestSandbox } from '@/sandbox/server/start-test-sandbox'
import { DIFFERENCES } from './differences'
import { readServiceDocument, type ServiceDocument } from './service-document'
import { validateShape } from './validate-shape'
import { type Step, WALK } from './walk'

const file = process.env.FIVETRAN_OPENAPI
if (!file) process.stderr.write('Contract test skipped: FIVETRAN_OPENAPI names no document of the service.\n')

describe.skipIf(!file)("every reply is what the service's own document says", { timeout: 60_000 }, () => {
  let document: ServiceDocument
  let test: TestSandbox
  /** Statuses met, by route. */
  const met = new Map<Route, Set<number>>()
  const used = new Set<number>()

  beforeAll(async () => {
    document = await readServiceDocument(file ?? '')
    test = await startTestSandbox()
  })
  afterAll(() => test.close())

  async function take(step: Step, ids: Map<string, string>): Promise<string[]> {
    await step.before?.(test)
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name) => ids.get(name) ?? whole)
    const [method = '', path = ''] = fill(step.call).split(' ')
    const body = step.body === undefined ? undefined : JSON.parse(fill(JSON.stringify(step.body)))
    const answer = await test.api(method, path, body)
    const made = answer.body.data as { id?: string } | undefined
    if (step.keep && made?.id) ids.set(step.keep, made.id)
    if (answer.status !== step.expect) {
      return [`${step.call}: ${answer.status} instead of ${step.expect}: ${JSON.stringify(answer.body)}`]
    }
    return check(method, path.split('?')[0] ?? '', answer)
  }

  function check(method: string, path: string, answer: Answer): string[] {
    const match = matchRoute(apiRoutes, method, path)
    if (!('route' in match)) return [`${method} ${path}: no route`]
    const { route } = match
    met.set(route, (met.get(route) ?? new Set()).add(answer.status))
    if (answer.status >= 400) return checkError(route, answer)
    const operation = document.operationOf(route.method, route.path)
    const content = operation?.responses[String(answer.status)]?.content ?? {}
    const schema = (content['application/json;version=2'] ?? content['application/json'])?.schema
    if (!schema) return [`${route.method} ${route.path}: the document has no reply ${answer.status}`]
    return validateShape(answer.body, schema, document.schemas)
      .filter(({ path: place, rule }) => !isKnown(`${route.method} ${route.path}`, place, rule))
      .map(({ path: place, rule, found }) => `${route.method} ${route.path} ${place} ${rule} ${JSON.stringify(found)}`)
  }

  function isKnown(operation: string, path: string, rule: string): boolean {
    const index = DIFFERENCES.findIndex(
      (entry) => entry.operation.test(operation) && entry.path.test(path) && entry.rule === rule,
    )
    if (index >= 0) used.add(index)
    return index >= 0
  }

  function checkError(route: Route, { status, body }: Answer): string[] {
    const { code, message, ...more } = body
    const sound =
      typeof code === 'string' && typeof message === 'string' && message !== '' && Object.keys(more).length === 0
    return sound ? [] : [`${route.method} ${route.path} ${status}: ${JSON.stringify(body)}`]
  }

  it('for a walk over all endpoints', async () => {
    const ids = new Map<string, string>()
    const wrong: string[] = []
    for (const step of WALK) wrong.push(...(await take(step, ids)))
    expect([...new Set(wrong)]).toEqual([])
  })

  it('for what every endpoint refuses', async () => {
    const wrong: string[] = []
    for (const route of apiRoutes) {
      const path = route.path.replace(/:[^/]+/g, 'nope')
      const writes = route.method === 'POST' || route.method === 'PATCH'
      const body = writes ? {} : undefined
      const attempts: [number, Record<string, string>][] = [
        [401, { authorization: '' }],
        [406, { accept: 'text/html' }],
        ...(writes ? ([[415, { 'content-type': 'text/plain' }]] as [number, Record<string, string>][]) : []),
        ...(route.path.includes(':') ? ([[404, {}]] as [number, Record<string, string>][]) : []),
      ]
      for (const [status, headers] of attempts) {
        const answer = await test.api(route.method, path, body, headers)
        if (answer.status !== status && !(status === 404 && answer.status === 400)) {
          wrong.push(`${route.method} ${path}: ${answer.status} instead of ${status}`)
        }
        wrong.push(...check(route.method, path, answer))
      }
    }
    expect(wrong).toEqual([])
  })

  it('with every endpoint met, and every status the document lists for it', () => {
    const unmet = apiRoutes.flatMap((route) => {
      const listed = Object.keys(document.operationOf(route.method, route.path)?.responses ?? {}).map(Number)
      // 405 belongs to a path, not to a method it has.
      return listed
        .filter((status) => status !== 405 && !met.get(route)?.has(status))
        .map((status) => `${route.method} ${route.path} ${status}`)
    })
    expect(unmet).toEqual([])
  })

  it('with no difference listed that is none', () => {
    expect(DIFFERENCES.filter((_, index) => !used.has(index)).map(({ reason }) => reason)).toEqual([])
  })
})
