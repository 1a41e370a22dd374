import { z } from 'zod'
import { startProcess, until } from './start-process'

export const sandboxKey = { apiKey: 'loop-key', apiSecret: 'loop-secret' }

const effectsSchema = z.object({
  items: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      body: z.unknown(),
      actor: z.string(),
      status: z.number(),
      effect: z.array(z.string()),
    }),
  ),
})
export type Effect = z.infer<typeof effectsSchema>['items'][number]

export interface TestSandbox {
  url: string
  command(path: string, body?: unknown): Promise<unknown>
  /** What changed anything there by the hand of our key, in order, without the webhook registrations. */
  effects(): Promise<Effect[]>
  stop(): Promise<void>
}

/** The sandbox program on a free port: in memory, or writing rows into the given warehouse. Tests only. */
export async function startSandbox(
  options: { warehouseUrl?: string; flags?: readonly string[] } = {},
): Promise<TestSandbox> {
  const flags = ['--port', '0', '--sync-ms', '20', '--api-key', sandboxKey.apiKey, '--api-secret', sandboxKey.apiSecret]
  if (options.flags) flags.push(...options.flags)
  if (options.warehouseUrl) flags.push('--warehouse', options.warehouseUrl)
  const program = startProcess(['--import', 'tsx', 'sandbox/main.ts', ...flags], {})
  const url = await until(
    'the sandbox’s address',
    async () => /http:\/\/127\.0\.0\.1:\d+/.exec(program.output())?.[0],
    {
      withinMs: 40_000,
      explain: program.output,
    },
  )
  await until('a healthy sandbox', async () => (await fetch(`${url}/sandbox/health`).catch(() => null))?.ok, {
    withinMs: 40_000,
    explain: program.output,
  })
  const command = async (path: string, body?: unknown) => {
    const init =
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await fetch(`${url}/sandbox${path}`, init)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    url,
    command,
    effects: async () => {
      const { items } = effectsSchema.parse(await command('/log'))
      return items.filter(({ actor, path }) => actor === sandboxKey.apiKey && !path.startsWith('/v1/webhooks'))
    },
    stop: program.stop,
  }
}
