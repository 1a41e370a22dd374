import { MappingInputError } from '../inferred-table'

export interface SqlToken {
  /** `name` is quoted and keeps its case; `word` is not. */
  kind: 'word' | 'name' | 'text' | 'number' | 'sign'
  text: string
  line: number
}

const closing: Readonly<Record<string, string>> = { '"': '"', '`': '`', '[': ']' }

/**
 * The words of an SQL script: comments left out, quotes of Postgres, MySQL and SQL Server taken off, dollar-quoted bodies as one text. Refuses a
 * quote or comment that never closes, with its line.
 */
export function tokeniseSql(sql: string): SqlToken[] {
  const tokens: SqlToken[] = []
  let line = 1
  let at = 0
  const take = (kind: SqlToken['kind'], text: string, end: number) => {
    tokens.push({ kind, text, line })
    for (let from = at; from < end; from += 1) if (sql.charCodeAt(from) === 0x0a) line += 1
    at = end
  }
  const skip = (end: number) => {
    for (let from = at; from < end; from += 1) if (sql.charCodeAt(from) === 0x0a) line += 1
    at = end
  }
  const closed = (end: number, what: string) => {
    if (end === -1) throw new MappingInputError(`line ${line}: ${what} is never closed`)
    return end
  }
  while (at < sql.length) {
    const character = sql[at] ?? ''
    if (/\s/.test(character) || character === '\uFEFF') skip(at + 1)
    else if (sql.startsWith('--', at) || (character === '#' && /\s|$/.test(sql[at + 1] ?? ''))) skip(endOfLine(sql, at))
    // MySQL hides statements of one version in comments; they are settings, never columns.
    else if (sql.startsWith('/*', at)) skip(closed(sql.indexOf('*/', at + 2), 'a comment') + 2)
    else if (character === "'") {
      const end = closed(endOfText(sql, at), 'a text')
      take('text', sql.slice(at + 1, end).replace(/''/g, "'"), end + 1)
    } else if (character === '$' && /^\$\w*\$/.test(sql.slice(at, at + 64))) {
      const tag = /^\$\w*\$/.exec(sql.slice(at, at + 64))?.[0] ?? '$$'
      const end = closed(sql.indexOf(tag, at + tag.length), 'a quoted body')
      take('text', sql.slice(at + tag.length, end), end + tag.length)
    } else if (character === '"' || character === '`' || (character === '[' && isBracketName(sql, at))) {
      const end = closed(endOfName(sql, at, closing[character] ?? '"'), 'a quoted name')
      const quote = closing[character] ?? '"'
      take('name', sql.slice(at + 1, end).replaceAll(quote + quote, quote), end + 1)
    } else {
      const word = /^[\p{L}_][\p{L}\p{N}_$#]*/u.exec(sql.slice(at, at + 256))?.[0]
      const number = word === undefined ? /^\d+(?:\.\d+)?/.exec(sql.slice(at, at + 64))?.[0] : undefined
      if (word !== undefined) take('word', word, at + word.length)
      else if (number !== undefined) take('number', number, at + number.length)
      else take('sign', character, at + 1)
    }
  }
  return tokens
}

function endOfLine(sql: string, at: number): number {
  const end = sql.indexOf('\n', at)
  return end === -1 ? sql.length : end
}

function endOfText(sql: string, at: number): number {
  for (let end = at + 1; end < sql.length; end += 1) {
    if (sql[end] === '\\' && sql[end + 1] !== undefined) end += 1
    else if (sql[end] === "'" && sql[end + 1] === "'") end += 1
    else if (sql[end] === "'") return end
  }
  return -1
}

function endOfName(sql: string, at: number, quote: string): number {
  let end = sql.indexOf(quote, at + 1)
  while (end !== -1 && sql[end + 1] === quote) end = sql.indexOf(quote, end + 2)
  return end
}

/** `[name]` of SQL Server, not the `[]` or `[3]` of an array type. */
function isBracketName(sql: string, at: number): boolean {
  return /^\[[^\]\d][^\]]*\]/.test(sql.slice(at, at + 256))
}
