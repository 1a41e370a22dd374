import { nameWords, snakeCase } from '@/sandbox/model/name-words'
import { type FieldType, readType, type SourceTable } from './source-table'

const WRAPPERS = /^(data|items|results|records|meta|paging|next|cursor|has_more|error|errors|object|count|total)$/i
const TYPES =
  'string|text|integer|int\\d*|number|float|double|decimal|bool(?:ean)?|object|array|date-time|datetime|timestamp|date|uuid|json'
const HEADING = /^#{1,6}\s+(.+)$/
const CALL = /\bGET\s+(\/[\w/{}.-]+)/
const EXAMPLE = /^\s*"([A-Za-z_][\w-]*)"\s*:\s*(.*?),?\s*$/
const LISTED = new RegExp(`^\\s*[-*|]?\\s*\`?([A-Za-z_][\\w.]*)\`?\\s*[|:(,-]*\\s*\`?(${TYPES})\\b\`?(.*)$`, 'i')

/** The records a text describes: a heading or a call begins one, and the fields below belong to it. Falls back on one of this name. */
export function readDocumentation(lines: readonly string[], fallbackName: string): SourceTable[] {
  const tables = new Map<string, SourceTable>()
  let current = fallbackName
  for (const line of lines) {
    const name = nameOfRecord(line)
    if (name !== null) current = name
    const field = name === null ? readField(line) : null
    if (field === null) continue
    const table = tables.get(current) ?? { name: current, fields: [], key: [] }
    tables.set(current, table)
    if (!table.fields.some((other) => other.name === field.name)) table.fields.push(field)
  }
  return [...tables.values()]
}

function nameOfRecord(line: string): string | null {
  const called = CALL.exec(line)?.[1]
  if (called)
    return (
      snakeCase(
        called
          .split('/')
          .filter((part) => part !== '' && !/[{}]|^v\d+$/.test(part))
          .at(-1) ?? '',
      ) || null
    )
  const heading = HEADING.exec(line)?.[1]
  if (!heading) return null
  const words = nameWords(heading).replace(/^(the|list|get|a|an) /, '')
  return words !== '' && words.split(' ').length <= 2 ? words.replaceAll(' ', '_') : null
}

function readField(line: string) {
  const example = EXAMPLE.exec(line)
  if (example) {
    const [, name = '', value = ''] = example
    if (WRAPPERS.test(name)) return null
    return { name, type: typeOfExample(name, value), nullable: true, description: '' }
  }
  const listed = LISTED.exec(line)
  if (!listed) return null
  const [, name = '', type = '', rest = ''] = listed
  const description = rest.replace(/^[^\p{L}]+/u, '').replace(/[|\s]+$/, '')
  return {
    name,
    type: readType(type),
    nullable: !/\b(required|always|not null|never empty)\b/i.test(rest),
    description,
  }
}

function typeOfExample(name: string, value: string): FieldType {
  if (/^(true|false)/.test(value)) return 'boolean'
  if (value.startsWith('{')) return 'object'
  if (value.startsWith('[')) return 'array'
  if (/^-?\d+\.\d/.test(value)) return 'number'
  if (/^-?\d/.test(value)) return 'integer'
  const word = /^"([a-z-]+)"/i.exec(value)?.[1]
  if (word && new RegExp(`^(${TYPES})$`, 'i').test(word)) return readType(word)
  return /(_at|At)$/.test(name) ? 'timestamp' : 'string'
}
