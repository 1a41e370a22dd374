import { Link } from '@/components/ui/link'
import { ModelText } from '@/components/ui/model-text'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Sentence } from '@/components/ui/sentence'
import type { ProposalDetail } from '@/lib/control-loop/proposal/contract'
import type { Drafting } from '@/lib/control-loop/proposal/domain/drafting'
import { DraftSides } from './draft-sides'
import { Fold } from './fold'
import { isModelRationale } from './prepare-drafters'
import { draftingNote, isContested, rulesOnlyReason } from './prepare-drafting'

export type DraftingFoldProps = {
  detail: Pick<ProposalDetail, 'revision' | 'drafters' | 'rationale' | 'correlationId'>
  drafting: Drafting
}

const aboutWords = {
  'standard-name': 'would call it',
  description: 'describes it as',
  type: 'would type it',
  'target-column': 'would write it to',
} as const

/** Rules and model side by side, what the checker took out of the model's draft, and its words. Open at first only where there is something to weigh. */
export function DraftingFold({ detail, drafting }: DraftingFoldProps) {
  const { model, sides, dropped, suggestions, rulesRationale } = drafting
  if (!model) {
    return (
      <Fold title="Rules only" note={rulesOnlyReason(drafting)}>
        <p className="max-w-[72ch] text-xs text-ink-2">
          A model was to be asked for this. The built-in rules drafted it alone, and nothing is missing from it that a
          review needs.
        </p>
      </Fold>
    )
  }
  return (
    <Fold title="✦ AI and rules side by side" note={draftingNote(drafting)} isOpenAtFirst={isContested(drafting)}>
      {sides.length > 0 && <DraftSides sides={sides} />}
      {dropped.length > 0 && (
        <section aria-label="Dropped by the checker" className="mt-2.5">
          <h3 className="text-xs font-medium">Dropped by the checker</h3>
          <ul className="text-xs leading-[18px]">
            {dropped.map(({ what, reason }) => (
              <li key={`${what} ${reason}`} className="wrap-anywhere">
                <ModelText>{revealInvisible(what)}</ModelText>
                <span className="text-ink-3"> · {revealInvisible(reason)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {suggestions.length > 0 && (
        <section aria-label="Notes of the model" className="mt-2.5">
          <h3 className="text-xs font-medium">Notes, never applied</h3>
          <ul className="text-xs leading-[18px]">
            {suggestions.map(({ path, about, value, reason }) => (
              <li key={`${path} ${about} ${value}`} className="wrap-anywhere">
                <PathName path={path} /> {aboutWords[about]} <ModelText>{revealInvisible(value)}</ModelText>
                {reason && <span className="text-ink-3"> · {revealInvisible(reason)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isModelRationale(detail.drafters) && (
        <div className="mt-2.5 grid max-w-[72ch] gap-1 text-xs leading-[18px] wrap-anywhere">
          <p>
            <ModelText>{revealInvisible(detail.rationale)}</ModelText>
          </p>
          <p className="text-ink-3">
            The rules say: <Sentence text={rulesRationale} />
          </p>
        </div>
      )}
      <p className="mt-2.5 text-xs text-ink-3">
        {detail.revision > 1 && 'As it was drafted; what was edited since stands in Change. '}
        <span className="mono">{revealInvisible(model.name)}</span>, prompt{' '}
        <span className="mono">{model.promptVersion}</span> ·{' '}
        <Link href={`/usage/models/calls/${model.callId}`} tone="ink-2">
          The call in full
        </Link>{' '}
        · correlation id <span className="mono">{detail.correlationId}</span>
      </p>
    </Fold>
  )
}
