import type { JsonValue, LogEntry, World } from './world'

/** Takes what a request or command did and appends it to the log. Entries are never changed or removed, except by a reset. */
export function appendLog(
  world: World,
  at: Date,
  entry: Omit<LogEntry, 'seq' | 'at' | 'fault'> & Partial<Pick<LogEntry, 'fault'>>,
): LogEntry {
  const written: LogEntry = {
    seq: world.nextSeq,
    at: at.toISOString(),
    fault: null,
    ...entry,
    body: maskSecrets(entry.body),
  }
  world.nextSeq += 1
  world.log.push(written)
  return written
}

const SECRET_NAME = /secret|password|token|private_key|passphrase/i

/** Takes any JSON and gives it with the values of secret-looking keys masked, the way the service shows them. */
export function maskSecrets(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(maskSecrets)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      SECRET_NAME.test(key) && (typeof inner === 'string' || typeof inner === 'number') ? '******' : maskSecrets(inner),
    ]),
  )
}
