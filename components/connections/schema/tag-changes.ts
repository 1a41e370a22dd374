import { originOfChange } from '@/lib/control-loop/diff/domain/origin-of-change'
import type { OpenChange } from './schema-node'

export interface ChangeTag {
  kind: 'new' | 'gone' | 'changed' | 'outside'
  text: string
}

/** The small words beside a name: what is open about this object, each once. */
export function tagChanges(changes: readonly OpenChange[]): ChangeTag[] {
  const tags = new Map<string, ChangeTag>()
  for (const { change } of changes) {
    const tag = tagOf(change.kind)
    tags.set(tag.text, tag)
  }
  return [...tags.values()]
}

function tagOf(kind: OpenChange['change']['kind']): ChangeTag {
  if (originOfChange(kind) === 'outside') return { kind: 'outside', text: 'edited outside' }
  switch (kind) {
    case 'schema-added':
    case 'table-added':
    case 'column-added':
      return { kind: 'new', text: '+ new' }
    case 'schema-removed':
    case 'table-removed':
    case 'column-removed':
      return { kind: 'gone', text: '− gone' }
    case 'type-widened':
      return { kind: 'changed', text: '~ widened' }
    case 'type-narrowed':
      return { kind: 'changed', text: '~ narrowed' }
    case 'type-changed':
      return { kind: 'changed', text: '~ other type' }
    case 'key-changed':
      return { kind: 'changed', text: '~ other key' }
    default:
      return { kind: 'changed', text: '~ changed' }
  }
}
