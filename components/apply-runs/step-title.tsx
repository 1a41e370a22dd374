import { revealInvisible } from '@/components/ui/reveal-invisible'
import { splitPath } from '@/components/ui/split-path'

export type StepTitleProps = { title: string; size?: 'row' | 'title' }

const isPath = (word: string) => /[^\s.]\.[^\s.]/.test(word)

/** A step's headline: words in sans, the path in mono with its last segment in ink. */
export function StepTitle({ title, size = 'row' }: StepTitleProps) {
  const at = title.split(' ').findIndex(isPath)
  if (at < 0) return revealInvisible(title)
  const words = title.split(' ')
  const { prefix, last } = splitPath(words[at] ?? '')
  const before = words.slice(0, at).join(' ')
  const after = words.slice(at + 1).join(' ')
  return (
    <span title={title}>
      {before && `${revealInvisible(before)} `}
      <span className={`font-mono tracking-[-0.015em] ${size === 'row' ? 'text-[12px]' : 'text-[15px]'}`}>
        <span className="font-normal text-ink-3">{revealInvisible(prefix)}</span>
        <span className="font-medium">{revealInvisible(last)}</span>
      </span>
      {after && ` ${revealInvisible(after)}`}
    </span>
  )
}
