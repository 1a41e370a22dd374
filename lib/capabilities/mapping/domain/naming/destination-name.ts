import { transliterate } from './transliterate'

/** `application`: services, files, functions and the connector kit. `database`: sources whose names already are those of tables. */
export type NamingRules = 'application' | 'database'

/** What the database rules leave alone. Documented to be a second list without its text being readable: kept apart as the one place to change. */
const databaseRules = { splitsWords: false, collapsesUnderscores: false }

/**
 * The name a source object gets in the destination, from its path. Parts of a path are joined, accents go, anything but letters and digits
 * parts words, and so do camelCase humps and the border between letters and digits (`line1` is `line_1`); a run of capitals is one word with
 * what follows it (`CISDeduction` is `cisdeduction`). A name may not start with a digit. Names that come out equal share one column: see
 * `findCollisions`.
 */
export function destinationName(
  path: readonly string[],
  rules: NamingRules = 'application',
  object: 'column' | 'table' = 'column',
): string {
  const joined = transliterate(path.join('_')).replace(/[^A-Za-z0-9_]/g, '_')
  const name = rules === 'application' ? splitWords(joined) : databaseName(joined)
  const safe = /^\d/.test(name) ? `_${name}` : name
  // A table drops leading underscores before a letter, but keeps the one that guards a digit.
  return object === 'table' ? safe.replace(/^_+(?=[a-z])/, '') : safe
}

function splitWords(name: string): string {
  return name
    .replace(/([a-z])(?=[A-Z])/g, '$1_')
    .replace(/([A-Za-z])(?=\d)/g, '$1_')
    .replace(/(\d)(?=[A-Za-z])/g, '$1_')
    .replace(/_+/g, '_')
    .toLowerCase()
}

function databaseName(name: string): string {
  const split = databaseRules.splitsWords ? splitWords(name) : name.toLowerCase()
  return databaseRules.collapsesUnderscores ? split.replace(/_+/g, '_') : split
}
