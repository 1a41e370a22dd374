export type YamlValue =
  | string
  | number
  | boolean
  | null
  | readonly YamlValue[]
  | { readonly [key: string]: YamlValue | undefined }

/**
 * Plain values as YAML 1.2 in block style. Strings that are not bare words stand in double quotes as JSON writes them, which YAML reads the same, so
 * that no name or value can become syntax, a number, a date or a yes.
 */
export function toYaml(value: YamlValue): string {
  return `${render(value, '')}\n`
}

function render(value: YamlValue, indent: string): string {
  if (isList(value))
    return value.length === 0 ? '[]' : value.map((item) => `${indent}- ${renderItem(item, `${indent}  `)}`).join('\n')
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter((entry): entry is [string, YamlValue] => entry[1] !== undefined)
    if (entries.length === 0) return '{}'
    return entries
      .map(([key, item]) => {
        const head = `${indent}${scalar(key)}:`
        if (item === null) return head
        return isBlock(item) ? `${head}\n${render(item, `${indent}  `)}` : `${head} ${render(item, '')}`
      })
      .join('\n')
  }
  return scalar(value)
}

/** The first line of an item stands behind its dash. */
function renderItem(item: YamlValue, indent: string): string {
  return isBlock(item) ? render(item, indent).slice(indent.length) : render(item, '')
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value)
}

function isBlock(value: YamlValue): boolean {
  if (isList(value)) return value.length > 0
  return typeof value === 'object' && value !== null && Object.values(value).some((item) => item !== undefined)
}

const words = /^[A-Za-z_][A-Za-z0-9_]*$/
/** Words that some version of YAML takes for something else. */
const reserved = /^(true|false|yes|no|on|off|null|y|n)$/i

function scalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? 'null' : String(value)
  return words.test(value) && !reserved.test(value) ? value : JSON.stringify(value)
}
