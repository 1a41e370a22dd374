import { accessSync, chmodSync, constants } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'prisma/config'

// The Prisma CLI wants a native schema engine and would download one even for `generate`. Ours is a script over
// the WebAssembly build from npm, so that every command works offline. Windows cannot execute a script as a
// program: there Prisma downloads its own.
if (process.platform !== 'win32' && !process.env.PRISMA_SCHEMA_ENGINE_BINARY) {
  const engine = join(import.meta.dirname, 'scripts/schema-engine.mjs')
  try {
    accessSync(engine, constants.X_OK)
  } catch {
    chmodSync(engine, 0o755)
  }
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = engine
}
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // `env('DATABASE_URL')` would throw for `generate`, which needs no database.
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
