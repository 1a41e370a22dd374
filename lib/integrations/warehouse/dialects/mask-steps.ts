/** Characters of a text that a mask looks at; longer forms say nothing more. */
export const MASK_LENGTH_MAX = 60

export const ASCII_FROM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
export const ASCII_TO = `${'A'.repeat(26)}${'a'.repeat(26)}${'9'.repeat(10)}`

/**
 * The mask of a text by nested replacements: letters and digits first, then what is not printable ASCII, so that no letter of another script
 * passes as it is; then runs of letters, which differ between values of one form where runs of digits do not.
 */
export function maskBy(
  text: string,
  translate: (text: string) => string,
  replaceAll: (text: string, pattern: string, by: string) => string,
): string {
  const classes = replaceAll(translate(text), '[^ -~]', 'x')
  return ['a', 'A'].reduce((sql, letter) => replaceAll(sql, `${letter}{2,}`, `${letter}+`), classes)
}
