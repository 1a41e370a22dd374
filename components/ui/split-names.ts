export interface SentencePart {
  /** Where it begins in the sentence: parts of one sentence never share it. */
  at: number
  text: string
  isName: boolean
}

/** A system sentence in, its words and its names (between backticks) out. An unclosed backtick stays a character. */
export function splitNames(sentence: string): SentencePart[] {
  const parts: SentencePart[] = []
  let at = 0
  for (const match of sentence.matchAll(/`([^`]+)`/g)) {
    if (match.index > at) parts.push({ at, text: sentence.slice(at, match.index), isName: false })
    parts.push({ at: match.index, text: match[1] ?? '', isName: true })
    at = match.index + match[0].length
  }
  if (at < sentence.length) parts.push({ at, text: sentence.slice(at), isName: false })
  return parts
}
