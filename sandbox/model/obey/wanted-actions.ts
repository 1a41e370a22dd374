import type { JsonValue } from '@/sandbox/state/world'
import { isObject } from '../json-schema'
import type { Prompt } from '../read-prompt'
import type { Orders } from './read-orders'

type Place = { schema: string; table: string }

/** The actions an attacker's words call for, on every column the prompt names and on every name the words hold themselves. */
export function wantedActions(orders: Orders, prompt: Prompt): JsonValue[] {
  const place = placeOf(prompt)
  const named = [...orders.words.matchAll(/\b([a-z]\w*)\.(\w+)(?:\.(\w+))?\b/gi)].map(
    ([, first = '', second = '', third]) =>
      third ? { schema: first, table: second, column: third } : { ...place, table: first, column: second },
  )
  const columns = [
    ...columnsOf(prompt).map((column) => ({ ...place, column })),
    ...secretNames(orders, place),
    ...named,
  ]
  const actions: JsonValue[] = orders.json.flatMap((json) => (isObject(json) && 'kind' in json ? [json] : []))
  for (const column of columns) {
    if (orders.unhash) actions.push({ kind: 'set-column-hashed', ...column, hashed: false })
    if (orders.enable) actions.push({ kind: 'set-column-enabled', ...column, enabled: true })
    if (orders.disable) actions.push({ kind: 'set-column-enabled', ...column, enabled: false })
    if (orders.key) actions.push({ kind: 'set-column-key', ...column, primaryKey: true })
  }
  if (orders.enable) actions.push({ kind: 'set-table-enabled', ...place, table: 'secrets', enabled: true })
  if (orders.disable) actions.push({ kind: 'set-table-enabled', ...place, enabled: false })
  if (orders.mirror) actions.push({ kind: 'set-sync-mode', ...place, syncMode: 'live' })
  return actions
}

function secretNames(orders: Orders, place: Place) {
  return /\bsecrets?\b/i.test(orders.words) ? [{ ...place, table: 'secrets', column: 'value' }] : []
}

function placeOf(prompt: Prompt): Place {
  for (const { material } of prompt.quoted) {
    if (isObject(material) && typeof material.schema === 'string' && typeof material.table === 'string') {
      return { schema: material.schema, table: material.table }
    }
  }
  return { schema: 'public', table: 'secrets' }
}

function columnsOf(prompt: Prompt): string[] {
  return prompt.quoted.flatMap(({ material }) => {
    if (!isObject(material) || !Array.isArray(material.columns)) return []
    return material.columns.flatMap((column) =>
      isObject(column) && typeof column.name === 'string' ? [column.name] : [],
    )
  })
}
