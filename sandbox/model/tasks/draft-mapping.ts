import { z } from 'zod'
import type { JsonValue } from '@/sandbox/state/world'
import { findMaterial } from '../find-material'
import { judgeColumn } from '../judge-column'
import { nameWords, snakeCase } from '../name-words'
import type { Prompt } from '../read-prompt'
import type { TaskAnswerer } from './task-answerer'

const column = z.object({
  name: z.string(),
  type: z.string().nullable(),
  key: z.boolean(),
  synced: z.boolean(),
  hashed: z.boolean(),
  class: z.string().nullable(),
})
const tableMaterial = z.object({ schema: z.string(), table: z.string(), columns: z.array(column) })
const changesMaterial = z
  .array(z.object({ kind: z.string(), column: z.string().nullable(), sentence: z.string() }))
  .min(1)
const rulesMaterial = z.object({ rationale: z.string(), actions: z.array(z.record(z.string(), z.json())) })
type Table = z.infer<typeof tableMaterial>
type Column = z.infer<typeof column>

const ABBREVIATIONS: Record<string, string> = {
  amt: 'amount',
  cust: 'customer',
  dt: 'date',
  nr: 'number',
  qty: 'quantity',
}
const SUGGESTED_MAX = 12

/** Repeats what the rules have, hashes what looks personal, leaves out what looks secret, and suggests names for what changed. */
export const draftMapping: TaskAnswerer = (prompt, model) => {
  const table = findMaterial(prompt, tableMaterial)
  const changes = findMaterial(prompt, changesMaterial) ?? []
  const rules = findMaterial(prompt, rulesMaterial) ?? { rationale: '', actions: [] }
  if (!table) return { rationale: 'No table was given.', actions: [], suggestions: [] }
  const kinds = allowedKinds(prompt)
  const changed = changedColumns(table, changes)
  const repeated = rules.actions.filter(({ kind }) => kinds.includes(String(kind)))
  const own = changed
    .map((one) => actionFor(one, table, model))
    .filter(
      (action) => action !== null && kinds.includes(action.kind) && !repeated.some((rule) => isSame(rule, action)),
    )
  return {
    rationale: explain(table, changed, changes[0]?.sentence ?? '', own.length, model),
    actions: [...repeated, ...own] as JsonValue[],
    suggestions: changed.slice(0, SUGGESTED_MAX).flatMap((one) => suggest(one, table)),
  }
}

const allowedKinds = ({ user }: Prompt): string[] =>
  (/Kinds of action you may use: ([^\n]*?)\.?\n/.exec(user)?.[1] ?? '').split(/,\s*/)

/** The columns the changes name; all of them where the table itself is new. */
function changedColumns(table: Table, changes: z.infer<typeof changesMaterial>): Column[] {
  const named = new Set(changes.map((change) => change.column))
  if (named.has(null)) return table.columns
  return table.columns.filter(({ name }) => named.has(name))
}

function actionFor(one: Column, { schema, table }: Table, model: string) {
  const { isSecret } = judgeColumn(one.name, model)
  const place = { schema, table, column: one.name }
  if (isSecret) return one.synced ? { kind: 'set-column-enabled', ...place, enabled: false } : null
  if (!looksPersonal(one, model) || one.hashed || one.key) return null
  return { kind: 'set-column-hashed', ...place, hashed: true }
}

const looksPersonal = ({ name, class: known }: Column, model: string) =>
  (known !== null && known !== 'free-text') || judgeColumn(name, model).dataClass !== null

function isSame(rule: Record<string, JsonValue>, action: { kind: string; column: string }): boolean {
  return rule.kind === action.kind && rule.column === action.column
}

function explain(table: Table, changed: Column[], sentence: string, added: number, model: string): string {
  const personal = changed.filter((one) => looksPersonal(one, model)).map(({ name }) => name)
  const holds = personal.map((name) => judgeColumn(name, model)).find(({ dataClass }) => dataClass !== null)
  const parts = [sentence]
  if (personal.length > 0) {
    const named = personal.slice(0, 4).join(', ')
    parts.push(
      `The name of ${named} in ${table.table} suggests ${holds?.words ?? 'personal data'}: hash it, so that joins still work.`,
    )
    parts.push('Against it: hashed values cannot be read by those who work with single records.')
  } else parts.push('Nothing in the names or types suggests personal data, so it can be taken along as the rules say.')
  if (added > 0) parts.push(`The rules did not see ${added === 1 ? 'one of these' : `${added} of these`}.`)
  return parts.filter((part) => part !== '').join(' ')
}

function suggest(one: Column, { table }: Table): JsonValue[] {
  const standard = snakeCase(one.name)
    .split('_')
    .map((word) => ABBREVIATIONS[word] ?? word)
    .join('_')
  const words = nameWords(standard)
  const said: JsonValue[] = []
  const add = (about: string, value: string, reason: string) => said.push({ column: one.name, about, value, reason })
  if (standard !== one.name && standard !== '') add('standard-name', standard, 'Whole words joined by underscores.')
  if (words.length > 3) add('description', `The ${words} of the ${nameWords(table)}.`, 'Told by the name alone.')
  if (/ at$/.test(words) && one.type === 'STRING') add('type', 'INSTANT', 'The name is of a moment.')
  return said
}
