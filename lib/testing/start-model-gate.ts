import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { closeModels } from '@/lib/capabilities/model/services/open-model'
import { overrideEnv } from '@/lib/platform/config/override-env'
import { testFolder } from '@/lib/platform/config/test-folder'
import type { Db } from '@/lib/platform/db/client'
import { withTestDatabase } from '@/lib/platform/db/test-database'
import { createSealKey } from '@/lib/platform/secrets/create-seal-key'
import { routeModels } from './route-models'
import { startSandbox } from './start-sandbox'

const modelRequestSchema = z.object({
  seq: z.number(),
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  task: z.string().nullable(),
  callId: z.string().nullable(),
  status: z.number(),
  fault: z.string().nullable(),
  paid: z.boolean(),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number() }).nullable(),
  answer: z.string().nullable(),
})
export type ModelRequest = z.infer<typeof modelRequestSchema>
const requestsSchema = z.object({ paid: z.number(), items: z.array(modelRequestSchema) })

export interface ModelGate {
  db: Db
  sandboxUrl: string
  providerId: string
  /** The environment of a process of ours that asks the same model of the same database. */
  env: Record<string, string>
  /** Tells the model server something: its commands are the sandbox's, under `/model`. */
  command(path: string, body?: unknown): Promise<unknown>
  /** Every request the model server got since the start, word for word, and how many answers it counts as paid. */
  requests(): Promise<z.infer<typeof requestsSchema>>
  stop(): Promise<void>
}

/**
 * The model gate for service tests: a database of its own, the sandbox's model server over HTTP with the smallest of accounts beside it, and
 * one provider that answers every task. No worker runs: tests call the services.
 */
export async function startModelGate(options: { timeoutSeconds?: number; logLevel?: string } = {}): Promise<ModelGate> {
  const test = await withTestDatabase()
  const folder = mkdtempSync(join(testFolder(), 'model-gate-'))
  const files = {
    private: join(folder, 'seal.key'),
    public: join(folder, 'seal.pub'),
    webhook: join(folder, 'hook.key'),
  }
  await createSealKey(files.private, files.public)
  writeFileSync(files.webhook, randomBytes(32))
  const env = {
    APP_ORIGIN: 'http://localhost:3000',
    DATABASE_URL: test.url,
    WEBHOOK_KEY_FILE: files.webhook,
    SEAL_PUBLIC_KEY_FILE: files.public,
    SEAL_PRIVATE_KEY_FILE: files.private,
    ALLOW_PRIVATE_ADDRESSES: '127.0.0.0/8,::1/128',
    NODE_ENV: 'test',
    LOG_LEVEL: options.logLevel ?? 'warn',
  }
  const restore = overrideEnv(env)
  const sandbox = await startSandbox({ flags: ['--tables', '1', '--columns', '2', '--rows', '0'] })
  const providerId = await routeModels(test.db, `${sandbox.url}/model/v1`, options.timeoutSeconds ?? 5)
  return {
    db: test.db,
    sandboxUrl: sandbox.url,
    providerId,
    env,
    command: (path, body) => sandbox.command(`/model${path}`, body),
    requests: async () => requestsSchema.parse(await sandbox.command('/model/requests')),
    stop: async () => {
      await closeModels()
      await sandbox.stop()
      await test.drop()
      restore()
    },
  }
}
