import { revealInvisible } from '@/components/ui/reveal-invisible'
import { splitNames } from './split-names'

export type SentenceProps = { text: string }

/** A system sentence: names between backticks are set in mono, and nothing in it is read as markup. */
export function Sentence({ text }: SentenceProps) {
  return splitNames(text).map((part) => (
    <span key={part.at} className={part.isName ? 'mono wrap-anywhere' : undefined}>
      {revealInvisible(part.text)}
    </span>
  ))
}
