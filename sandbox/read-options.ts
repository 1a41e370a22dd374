import { parseArgs } from 'node:util'
import { z } from 'zod'

export const USAGE = `Usage: npm run sandbox -- [options]

A local stand-in for the Fivetran service: its REST API under /v1, a model server under /model, commands under /sandbox, a page at /.

  --port <number>        port to listen on, 0 for any free one        SANDBOX_PORT              4010
  --host <address>       address to listen on                         SANDBOX_HOST              127.0.0.1
  --warehouse <url>      PostgreSQL database that syncs write to;     SANDBOX_WAREHOUSE_URL     memory only
                         created when missing
  --state <file>         file that keeps everything over a restart    SANDBOX_STATE             memory only
  --scenario <file>      scenario to start from                       SANDBOX_SCENARIO          built-in demo
  --seed <number>        seed of all generated rows                   SANDBOX_SEED              the scenario's
  --fault-seed <number>  seed of the fault dial                       SANDBOX_FAULT_SEED        the seed
  --csv <folder>         its CSV files as one more connection         SANDBOX_CSV               none
  --tables <number>      an account of this many tables instead of a  SANDBOX_TABLES            the scenario's
                         scenario, with --columns, --connections
  --columns <number>     columns of each of its tables                SANDBOX_COLUMNS           20
  --connections <number> connections they are spread over             SANDBOX_CONNECTIONS       1
  --rows <number>        rows of each of its tables                   SANDBOX_ROWS              20
  --plan <name>          paid or trial: which rate limits hold        SANDBOX_PLAN              paid
  --api-key <text>       API key clients must send                    SANDBOX_API_KEY           sandbox-key
  --api-secret <text>    API secret clients must send                 SANDBOX_API_SECRET        sandbox-secret
  --model-key <text>     key of the model server under /model         SANDBOX_MODEL_KEY         model-key
  --sync-ms <number>     how long a sync takes                        SANDBOX_SYNC_MS           1500
  --play <seconds>       play the timeline by itself, one step each   SANDBOX_PLAY              by hand
  --webhook-allow-http   accept http webhooks on this machine         SANDBOX_WEBHOOK_ALLOW_HTTP  on when
  --no-webhook-allow-http                                             (true or false)           the host is loopback
  --help                 this text
`

const optionsSchema = z.object({
  port: z.coerce.number().int().min(0).max(65535).default(4010),
  host: z.string().min(1).default('127.0.0.1'),
  warehouse: z
    .url({ protocol: /^postgres(ql)?$/ })
    .nullable()
    .default(null),
  state: z.string().min(1).nullable().default(null),
  scenario: z.string().min(1).nullable().default(null),
  seed: z.coerce.number().int().nullable().default(null),
  'fault-seed': z.coerce.number().int().nullable().default(null),
  csv: z.string().min(1).nullable().default(null),
  tables: z.coerce.number().int().min(1).max(100_000).nullable().default(null),
  columns: z.coerce.number().int().min(2).max(1000).default(20),
  connections: z.coerce.number().int().min(1).max(5000).default(1),
  rows: z.coerce.number().int().min(0).max(5_000_000).default(20),
  plan: z.enum(['paid', 'trial']).default('paid'),
  'api-key': z.string().min(1).default('sandbox-key'),
  'api-secret': z.string().min(1).default('sandbox-secret'),
  'model-key': z.string().min(1).default('model-key'),
  'sync-ms': z.coerce.number().int().min(0).default(1500),
  play: z.coerce.number().positive().nullable().default(null),
  'webhook-allow-http': z.boolean().nullable().default(null),
})
export type Options = z.output<typeof optionsSchema>

const ENVIRONMENT: Record<keyof Options, string> = {
  port: 'SANDBOX_PORT',
  host: 'SANDBOX_HOST',
  warehouse: 'SANDBOX_WAREHOUSE_URL',
  state: 'SANDBOX_STATE',
  scenario: 'SANDBOX_SCENARIO',
  seed: 'SANDBOX_SEED',
  'fault-seed': 'SANDBOX_FAULT_SEED',
  csv: 'SANDBOX_CSV',
  tables: 'SANDBOX_TABLES',
  columns: 'SANDBOX_COLUMNS',
  connections: 'SANDBOX_CONNECTIONS',
  rows: 'SANDBOX_ROWS',
  plan: 'SANDBOX_PLAN',
  'api-key': 'SANDBOX_API_KEY',
  'api-secret': 'SANDBOX_API_SECRET',
  'model-key': 'SANDBOX_MODEL_KEY',
  'sync-ms': 'SANDBOX_SYNC_MS',
  play: 'SANDBOX_PLAY',
  'webhook-allow-http': 'SANDBOX_WEBHOOK_ALLOW_HTTP',
}

/** Takes the command line and the environment; gives the options, flags first. Null asks for help. Refuses unknown flags. */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv): Options | null {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      port: text,
      host: text,
      warehouse: text,
      state: text,
      scenario: text,
      seed: text,
      'fault-seed': text,
      csv: text,
      tables: text,
      columns: text,
      connections: text,
      rows: text,
      plan: text,
      'api-key': text,
      'api-secret': text,
      'model-key': text,
      'sync-ms': text,
      play: text,
      'webhook-allow-http': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return null
  const merged: Record<string, unknown> = {}
  for (const [name, variable] of Object.entries(ENVIRONMENT)) {
    const flag = values[name as keyof Options]
    // An empty variable is how shells and containers say "not set".
    const fromEnvironment = environment[variable] || undefined
    merged[name] = flag ?? (name === 'webhook-allow-http' ? readSwitch(fromEnvironment) : fromEnvironment)
  }
  const parsed = optionsSchema.safeParse(merged)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  if (parsed.data.tables !== null && parsed.data.scenario) throw new Error('--tables and --scenario exclude each other')
  if (parsed.data.tables !== null && parsed.data.state) {
    throw new Error('--tables keeps its tables in memory, shared: a state file would have to write out every column')
  }
  return parsed.data
}

function readSwitch(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (text !== 'true' && text !== 'false') throw new Error('SANDBOX_WEBHOOK_ALLOW_HTTP must be true or false')
  return text === 'true'
}
