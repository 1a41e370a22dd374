// Makes the secret files that compose.yaml mounts, once: node scripts/create-compose-secrets.mjs
import './setup/require-node.mjs'
import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { STATE } from './setup/folders.mjs'
import { ensurePackages } from './setup/packages.mjs'
import { createProcesses } from './setup/processes.mjs'
import { ensureSecrets } from './setup/secrets.mjs'
import { step } from './setup/step.mjs'

const folder = join(STATE, 'compose')
const processes = createProcesses(join(folder, 'logs'))
await ensurePackages(processes, step)
await ensureSecrets(processes, folder)

if (!existsSync(join(folder, 'database-url'))) {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(join(folder, 'database-password'), password, { mode: 0o600 })
  writeFileSync(join(folder, 'database-url'), `postgresql://headgate:${password}@postgres:5432/headgate`, {
    mode: 0o600,
  })
}
console.log(`The secrets are in ${folder}. Keep seal.key safe: without it no stored credential can be opened.`)
