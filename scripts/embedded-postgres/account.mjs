import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * The account PostgreSQL runs under. It refuses root, so root lends it an unprivileged one; anyone else runs it as
 * themselves (undefined).
 * @type {{ uid: number, gid: number } | undefined}
 */
export const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined

function unprivilegedAccount() {
  const rows = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find((line) => line.startsWith(`${name}:`))
    if (!row) continue
    const [, , uid, gid] = row.split(':')
    return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it under')
}

/** Whether that account may walk into `folder`: every parent must let it through. */
export function isReachable(folder) {
  if (!account) return true
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid } = statSync(at)
      const others = 0o001
      if (!(mode & others) && uid !== account.uid) return false
    }
    if (at === dirname(at)) return true
  }
}
