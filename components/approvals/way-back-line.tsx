import { Sentence } from '@/components/ui/sentence'
import { WayBack as WayBackMark } from '@/components/ui/way-back'
import type { WayBack } from '@/lib/control-loop/policy/domain/verdict'

export type WayBackLineProps = { wayBack: WayBack }

/** How far it can be taken back, in the words of the plan. */
export function WayBackLine({ wayBack }: WayBackLineProps) {
  return (
    <WayBackMark kind={wayBack.level === 'cannot-come-back' ? 'none' : wayBack.level}>
      <Sentence text={wayBack.sentence} />
    </WayBackMark>
  )
}
