import { Link } from '@/components/ui/link'
import { ModelText } from '@/components/ui/model-text'
import { PathName } from '@/components/ui/path-name'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { AdviceResult } from '@/lib/capabilities/advice/domain/advice-result'

export type ExplainedChangesProps = { result: Extract<AdviceResult, { kind: 'explain-changes' }> }

/** A change set in a model's words: what it means as a whole, change by change, and what it could not tell. */
export function ExplainedChanges({ result }: ExplainedChangesProps) {
  return (
    <div className="grid max-w-[72ch] gap-2 wrap-anywhere">
      <p>
        <ModelText>{revealInvisible(result.summary)}</ModelText>
      </p>
      {result.points.length > 0 && (
        <ul className="grid gap-1 text-xs leading-[18px]">
          {result.points.map(({ changeId, path, effect }) => (
            <li key={`${changeId} ${effect}`}>
              <Link href={`/changes/${changeId}`} look="plain">
                <PathName path={path} />
              </Link>{' '}
              <span className="text-ink-2">{revealInvisible(effect)}</span>
            </li>
          ))}
        </ul>
      )}
      {result.unknown.trim() !== '' && (
        <p className="text-xs text-ink-3">It cannot tell: {revealInvisible(result.unknown)}</p>
      )}
      {result.told < result.all && (
        <p className="text-xs text-ink-3">
          It was told of {result.told} of {result.all} changes, the worst first.
        </p>
      )}
    </div>
  )
}
