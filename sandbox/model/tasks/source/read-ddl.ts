import { readType, type SourceField, type SourceTable } from './source-table'

const NAME = '[`"\\[]?([\\w$]+)[`"\\]]?'

/** The tables that a script of SQL creates, with columns, types and primary keys. Reads the common spellings, no dialect whole. */
export function readDdl(text: string): SourceTable[] {
  const tables: SourceTable[] = []
  const starts = text.matchAll(
    new RegExp(`create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(?:${NAME}\\s*\\.\\s*)?${NAME}\\s*\\(`, 'gi'),
  )
  for (const start of starts) {
    const body = untilClosed(text, (start.index ?? 0) + start[0].length)
    const table: SourceTable = { name: start[2] ?? '', fields: [], key: [] }
    for (const part of splitParts(body)) readPart(part, table)
    if (table.name && table.fields.length > 0) tables.push(table)
  }
  return tables
}

function readPart(part: string, table: SourceTable): void {
  const key = /^(?:constraint\s+\S+\s+)?primary\s+key\s*\(([^)]*)\)/i.exec(part)
  if (key) {
    table.key = (key[1] ?? '').split(',').map((name) => name.trim().replace(/[`"[\]]/g, ''))
    return
  }
  if (/^(constraint|foreign|unique|check|index|key|exclude)\b/i.test(part)) return
  const found = new RegExp(`^${NAME}\\s+([A-Za-z]\\w*(?:\\[\\])?)([\\s\\S]*)$`).exec(part)
  if (!found) return
  const [, name = '', type = '', rest = ''] = found
  const isKey = /\bprimary\s+key\b/i.test(rest)
  const comment = /\bcomment\s+'((?:[^']|'')*)'/i.exec(rest)?.[1] ?? ''
  const field: SourceField = {
    name,
    type: readType(type),
    nullable: !isKey && !/\bnot\s+null\b/i.test(rest),
    description: comment.replaceAll("''", "'"),
  }
  table.fields.push(field)
  if (isKey) table.key = [name]
}

function untilClosed(text: string, from: number): string {
  let depth = 1
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')') depth -= 1
    if (depth === 0) return text.slice(from, at)
  }
  return text.slice(from)
}

/** The parts between commas that stand in no brackets. */
function splitParts(body: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const character of body.replace(/--[^\n]*/g, '')) {
    if (character === '(') depth += 1
    else if (character === ')') depth -= 1
    if (character === ',' && depth === 0) {
      parts.push(part.trim())
      part = ''
    } else part += character
  }
  return [...parts, part.trim()].filter((one) => one !== '')
}
