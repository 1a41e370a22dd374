import pino from 'pino'
import { processEnv } from '../config/env'

/**
 * Fields that may be logged. A list of what is allowed, not of what is forbidden: a field nobody thought of stays out.
 * Values that could carry row data, secrets or request bodies have no name here.
 */
const allowedFields = [
  'event',
  'correlationId',
  'actorId',
  'channel',
  'method',
  'route',
  'status',
  'code',
  'tookMs',
  'job',
  'jobId',
  'retryCount',
  'workerId',
  'accountId',
  'connectionId',
  'destinationId',
  'snapshotId',
  'proposalId',
  'runId',
  'stepIndex',
  'deliveryId',
  'vendor',
  'operation',
  'attempt',
  'count',
  'bytes',
  'reason',
  'port',
  'version',
] as const
export type LogField = (typeof allowedFields)[number]
export type LogEntry = Partial<Record<LogField, string | number | boolean | null | undefined>> & {
  event: string
  err?: unknown
}

/** A value of a field: short scalars as they are, anything else by its type's name only. */
function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.length > 300 ? `${value.slice(0, 300)}…` : value
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  return `(${typeof value})`
}

/** The part of an error that may be logged: its name, code, message and stack, and those of its cause. */
function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) {
    const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : error
    return { message: scalar(message ?? null) }
  }
  const code: unknown = Reflect.get(error, 'code')
  return {
    name: error.name,
    ...(typeof code === 'string' && { code }),
    message: error.message.slice(0, 2000),
    stack: error.stack?.slice(0, 4000),
    ...(error.cause !== undefined && depth < 2 && { cause: describeError(error.cause, depth + 1) }),
  }
}

/** What of an entry reaches the log. Exported for its test. */
export function pickLogFields(entry: Record<string, unknown>): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const field of allowedFields) if (entry[field] !== undefined) picked[field] = scalar(entry[field])
  if (entry.err !== undefined) picked.err = describeError(entry.err)
  return picked
}

let sink: pino.Logger | null = null
function logger(): pino.Logger {
  sink ??= pino({
    level: processEnv().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
  return sink
}

/** One JSON line per event. Control characters are escaped by JSON, so no value can forge a line. */
export const log = {
  debug: (entry: LogEntry) => logger().debug(pickLogFields(entry)),
  info: (entry: LogEntry) => logger().info(pickLogFields(entry)),
  warn: (entry: LogEntry) => logger().warn(pickLogFields(entry)),
  error: (entry: LogEntry) => logger().error(pickLogFields(entry)),
}
