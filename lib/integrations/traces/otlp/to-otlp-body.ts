import type { TraceSpan } from '../port'

const KIND_CLIENT = 3
const STATUS_OK = 0
const STATUS_ERROR = 2

type Value = TraceSpan['attributes'][string]

/** Spans as the body of OTLP over HTTP in its JSON form: hexadecimal ids, nanoseconds as text, integers as text. Pure. */
export function toOtlpBody(spans: readonly TraceSpan[], serviceVersion: string) {
  const resource = { attributes: toAttributes({ 'service.name': 'headgate', 'service.version': serviceVersion }) }
  const scope = { name: 'headgate.model', version: serviceVersion }
  return {
    resourceSpans: spans.length === 0 ? [] : [{ resource, scopeSpans: [{ scope, spans: spans.map(toSpan) }] }],
  }
}

function toSpan({ traceId, spanId, name, startMs, endMs, attributes, error }: TraceSpan) {
  return {
    traceId,
    spanId,
    name,
    kind: KIND_CLIENT,
    startTimeUnixNano: toNanos(startMs),
    endTimeUnixNano: toNanos(endMs),
    attributes: toAttributes(attributes),
    status: error === null ? { code: STATUS_OK } : { code: STATUS_ERROR, message: error },
  }
}

function toNanos(ms: number): string {
  return `${BigInt(Math.round(ms)) * 1_000_000n}`
}

function toAttributes(attributes: Record<string, Value>) {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: toValue(value) }))
}

function toValue(value: Value): object {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: `${value}` } : { doubleValue: value }
  return { arrayValue: { values: value.map(toValue) } }
}
