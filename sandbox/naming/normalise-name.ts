import { transliterate } from './transliterate'

/** The service documents two rule sets, one for applications, one for databases; source naming keeps names as they are. */
export type NamingRules = 'application' | 'database' | 'source'
export type NamedObject = 'schema' | 'table' | 'column'

/**
 * The database rule set is documented to exist, its text was never read: it is taken to be the application rules
 * without camelCase splitting and without collapsing underscores. Change it here when somebody has seen it.
 */
const RULES: Record<Exclude<NamingRules, 'source'>, { splitCamelCase: boolean; collapseUnderscores: boolean }> = {
  application: { splitCamelCase: true, collapseUnderscores: true },
  database: { splitCamelCase: false, collapseUnderscores: false },
}

/**
 * Takes a source-side name and gives the name it has in the destination under Fivetran naming. Distinct names may become
 * equal; whoever calls decides what that means.
 */
export function normaliseName(name: string, rules: NamingRules, object: NamedObject): string {
  if (rules === 'source') return name
  const { splitCamelCase, collapseUnderscores } = RULES[rules]
  let result = transliterate(name).replace(/[^A-Za-z0-9_]/g, '_')
  if (splitCamelCase) result = splitWords(result)
  if (collapseUnderscores) result = result.replace(/_+/g, '_')
  result = result.toLowerCase().replace(/^(?=\d)/, '_')
  return object === 'table' ? result.replace(/^_+(?=[a-z])/, '') : result
}

/** Consecutive capitals count as one word: `HTTPServer` is `HTTP_Server`. */
function splitWords(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
}
