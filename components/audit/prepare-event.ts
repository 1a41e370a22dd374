import { z } from 'zod'
import type { CodeLine } from '@/components/ui/code-block'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { AuditEventDetail } from '@/lib/platform/audit/contract'

type Detail = AuditEventDetail['detail']

const reasonKeys = ['reason', 'why', 'sentence', 'refusal', 'problem'] as const

/** The sentence somebody gave for it, or the system's; null when there is none. */
export function reasonOf(detail: Detail): string | null {
  for (const key of reasonKeys) {
    const value = detail[key]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return null
}

const bindings = [
  ['revision', 'Revision'],
  ['beforeHash', 'Live state'],
  ['planHash', 'Plan'],
  ['policyVersion', 'Policy'],
  ['ruleId', 'Rule'],
  ['snapshotId', 'Snapshot'],
] as const

export type Binding = { term: string; value: string; isHash: boolean }

/** What a decision or effect is tied to: exact revisions, hashes, versions. */
export function bindingsOf(detail: Detail): Binding[] {
  return bindings.flatMap(([key, term]) => {
    const value = detail[key]
    if (typeof value !== 'string' && typeof value !== 'number') return []
    const isHash = /^[0-9a-f]{64}$/.test(String(value))
    return [{ term, value: key === 'policyVersion' ? `version ${value}` : String(value), isHash }]
  })
}

const moveSchema = z.object({ path: z.string(), field: z.string(), before: z.unknown(), after: z.unknown() })
const movesSchema = z.array(moveSchema)

/**
 * The recorded befores and afters as lines of a difference: `before` with `after`, `x` with `xBefore`, and the fields a step moved. Empty
 * when the event changed no value it tells of.
 */
export function differenceOf(detail: Detail): CodeLine[] {
  const lines: CodeLine[] = []
  const add = (name: string, before: unknown, after: unknown) => {
    if (before !== undefined && before !== null) lines.push(line(name, 'removed', before, lines.length))
    if (after !== undefined && after !== null) lines.push(line(name, 'added', after, lines.length))
  }
  if ('before' in detail || 'after' in detail) {
    add(typeof detail.field === 'string' ? detail.field : 'value', detail.before, detail.after)
  }
  for (const [key, before] of Object.entries(detail)) {
    const name = key.endsWith('Before') ? key.slice(0, -'Before'.length) : null
    if (name && name in detail) add(name, before, detail[name])
  }
  for (const move of movesSchema.safeParse(detail.moves).data ?? []) {
    add(`${move.path} ${move.field}`, move.before, move.after)
  }
  return lines
}

function line(name: string, kind: 'added' | 'removed', value: unknown, index: number): CodeLine {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { id: `${index}-${kind}`, kind, text: revealInvisible(`${name}: ${text}`) }
}

/** The recorded detail as indented JSON, with what cannot be seen spelled out line by line. */
export function jsonOf(detail: Detail): string {
  return JSON.stringify(detail, null, 2).split('\n').map(revealInvisible).join('\n')
}
