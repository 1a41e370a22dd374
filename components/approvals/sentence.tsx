import { revealInvisible } from '@/components/ui/reveal-invisible'

export type SentenceProps = { text: string }

/** A system sentence: names between backticks are set in mono, and nothing in it is read as markup. */
export function Sentence({ text }: SentenceProps) {
  return (
    <>
      {text.split('`').map((part, index) =>
        index % 2 === 1 ? (
          <span key={`name-${index}-${part}`} className="mono wrap-anywhere">
            {revealInvisible(part)}
          </span>
        ) : (
          revealInvisible(part)
        ),
      )}
    </>
  )
}
