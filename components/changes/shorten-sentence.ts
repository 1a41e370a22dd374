const subject = /^(?:(Table|Schema|Column) )?`([^`]*)` /

const capitalise = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/**
 * A change's sentence in, the same without its subject out, for a row that names the path already: "`a.b` is gone from the source." is
 * "Gone from the source." there. One that lost its subject already is only tidied; one about something else
 * stays whole.
 */
export function shortenSentence(sentence: string, path: string): string {
  const [opening, kind, name] = subject.exec(sentence) ?? []
  const isSubject = name !== undefined && (name === path || path.startsWith(`${name}.`))
  if (opening === undefined) {
    return sentence.startsWith('Is here')
      ? `New${sentence.slice('Is here'.length)}`
      : capitalise(sentence.replace(/^Is /, ''))
  }
  if (!isSubject) return sentence
  const rest = sentence.slice(opening.length)
  if (rest.startsWith('is here')) return `New${kind ? ` ${kind.toLowerCase()}` : ''}${rest.slice('is here'.length)}`
  return capitalise(rest.replace(/^is /, ''))
}
