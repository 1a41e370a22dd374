import { ModelText } from '@/components/ui/model-text'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { AdviceResult } from '@/lib/capabilities/advice/domain/advice-result'

export type RenameOpinionProps = { result: Extract<AdviceResult, { kind: 'judge-rename' }> }

const opinions = {
  same: 'It takes them for one column.',
  different: 'It takes them for two columns.',
  'cannot-tell': 'It cannot tell.',
} as const

/** What a model thinks of a suspected rename, and why. A person decides. */
export function RenameOpinion({ result }: RenameOpinionProps) {
  return (
    <p className="max-w-[72ch] wrap-anywhere">
      <b className="font-medium">{opinions[result.opinion]}</b> <ModelText>{revealInvisible(result.reason)}</ModelText>
    </p>
  )
}
