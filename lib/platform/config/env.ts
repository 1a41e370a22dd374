import { existsSync } from 'node:fs'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import packageJson from '@/package.json'
import { roles } from '../auth/roles-and-permissions'
import { readProcessEnv } from './read-process-env'

/** The version of this build, from package.json. */
export const version: string = packageJson.version

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** True for an address of this machine, where plain http is acceptable. */
function isLoopback(url: URL): boolean {
  return loopback.test(url.hostname)
}

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, 'must be a postgresql:// address')
const file = z.string().refine((path) => existsSync(path), 'names a file that does not exist')
const httpUrl = z.url({ protocol: /^https?$/ })
const secureUrl = httpUrl.refine((text) => {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || isLoopback(url))
}, 'must be https unless it is a loopback address')
const origin = secureUrl.refine(
  (text) => URL.parse(text)?.origin === text,
  'must be an origin: scheme, host and port only',
)
const cidrList = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((list) => list.every((range) => ipaddr.isValidCIDR(range)), 'must be a comma-separated list of CIDR ranges')

/** A price in dollars a million tokens; an empty line of an environment file is no price of nothing. */
const dollarsPerMillion = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'must be a price in dollars a million tokens')
  .transform(Number)

const shared = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: postgresUrl,
  APP_ORIGIN: origin,
  WEBHOOK_KEY_FILE: file,
  ALLOW_PRIVATE_ADDRESSES: cidrList,
  ORGANISATION: z.string().max(80).default('Headgate'),
  SANDBOX_URL: httpUrl.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
}

type Refuse = (name: string, why: string) => void

const webSchema = z.object({
  ...shared,
  NEXTAUTH_URL: secureUrl,
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  SEAL_PUBLIC_KEY_FILE: file,
  SEAL_PRIVATE_KEY_FILE: z
    .undefined('must not be given to the web process: it seals secrets and must not be able to open them')
    .optional(),
  OIDC_ISSUER: secureUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).default('Single sign-on'),
  OIDC_DEFAULT_ROLE: z.enum(roles).optional(),
})
export type WebEnv = z.infer<typeof webSchema>

const workerSchema = z.object({
  ...shared,
  SEAL_PUBLIC_KEY_FILE: file.optional(),
  SEAL_PRIVATE_KEY_FILE: file,
  LLM_BASE_URL: httpUrl.optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  LLM_INPUT_PRICE: dollarsPerMillion.optional(),
  LLM_OUTPUT_PRICE: dollarsPerMillion.optional(),
  WORKER_LEASE_MS: z.coerce.number().int().min(200).max(600_000).default(60_000),
  WORKER_CRASH_AT: z.string().optional(),
  ALLOW_CRASH_POINTS: z.literal('1').optional(),
})
export type WorkerEnv = z.infer<typeof workerSchema>

function checkWeb(env: WebEnv, refuse: Refuse): void {
  if (URL.parse(env.NEXTAUTH_URL)?.origin !== env.APP_ORIGIN)
    refuse('NEXTAUTH_URL', 'must have the same origin as APP_ORIGIN')
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  if (oidc.some((name) => env[name])) {
    for (const name of oidc) if (!env[name]) refuse(name, 'is needed when any other OIDC setting is given')
  } else if (env.OIDC_DEFAULT_ROLE) refuse('OIDC_DEFAULT_ROLE', 'means nothing without OIDC_ISSUER')
}

function checkWorker(env: WorkerEnv, refuse: Refuse): void {
  const llm = ['LLM_BASE_URL', 'LLM_MODEL'] as const
  if (llm.some((name) => env[name]) || env.LLM_API_KEY) {
    for (const name of llm) if (!env[name]) refuse(name, 'is needed when any other LLM setting is given')
  }
  if (env.WORKER_CRASH_AT && env.NODE_ENV === 'production' && !env.ALLOW_CRASH_POINTS)
    refuse('WORKER_CRASH_AT', 'is for tests and refused in production')
}

/** The environment does not describe a process we would start; names every bad variable, never a value. */
export class EnvError extends Error {
  constructor(
    readonly process: string,
    readonly problems: { name: string; why: string }[],
  ) {
    const lines = problems.map((problem) => `  ${problem.name} ${problem.why}`)
    super(`The ${process} process cannot start with this environment:\n${lines.join('\n')}`)
    this.name = 'EnvError'
  }
}

function parse<T>(process: string, schema: z.ZodType<T>, check: (env: T, refuse: Refuse) => void): T {
  const problems: { name: string; why: string }[] = []
  const result = schema.safeParse(readProcessEnv())
  if (result.success) check(result.data, (name, why) => problems.push({ name, why }))
  else {
    for (const issue of result.error.issues) {
      const missing = issue.code === 'invalid_type' && issue.input === undefined && issue.expected !== 'undefined'
      problems.push({ name: issue.path.join('.'), why: missing ? 'is missing' : issue.message })
    }
  }
  if (!result.success || problems.length > 0) throw new EnvError(process, problems)
  return result.data
}

const processSchema = z.object({ NODE_ENV: shared.NODE_ENV, LOG_LEVEL: shared.LOG_LEVEL })
const databaseSchema = z.object({ DATABASE_URL: postgresUrl })
const testServerSchema = z
  .object({ TEST_DATABASE_URL: postgresUrl.optional(), DATABASE_URL: postgresUrl.optional() })
  .transform((env) => env.TEST_DATABASE_URL ?? env.DATABASE_URL)
  .refine((url) => url !== undefined, { message: 'is missing', path: ['TEST_DATABASE_URL'] })
const keyFileSchema = z.object({
  SEAL_PUBLIC_KEY_FILE: z.string().optional(),
  SEAL_PRIVATE_KEY_FILE: z.string().optional(),
  WEBHOOK_KEY_FILE: z.string().optional(),
})

const cache = new Map<string, unknown>()
function once<T>(name: string, read: () => T): T {
  if (!cache.has(name)) cache.set(name, read())
  return cache.get(name) as T
}

/** Forgets what was parsed; only `overrideEnv` calls it. */
export function forgetEnv(): void {
  cache.clear()
}

/** The web process's environment, parsed at the first call so that a build needs none; throws EnvError. */
export function webEnv(): WebEnv {
  return once('web', () => parse('web', webSchema, checkWeb))
}

/** The worker's environment, parsed at the first call; throws EnvError. */
export function workerEnv(): WorkerEnv {
  return once('worker', () => parse('worker', workerSchema, checkWorker))
}

/** What every program may ask before it knows what it is: how to log, and whether this is production. */
export function processEnv(): z.infer<typeof processSchema> {
  return once('process', () => parse('current', processSchema, () => {}))
}

/** Where the database is, for programs that are neither web nor worker (seed, tests) as well. */
export function databaseEnv(): z.infer<typeof databaseSchema> {
  return once('database', () => parse('current', databaseSchema, () => {}))
}

/** For tests: any database of the server on which throw-away ones are made. */
export function testServerUrl(): string {
  return parse('test', testServerSchema, () => {}) ?? ''
}

/** Where the keys are, as given; whoever needs one refuses to go on without it. */
export function keyFileEnv(): z.infer<typeof keyFileSchema> {
  return once('keys', () => parse('current', keyFileSchema, () => {}))
}
