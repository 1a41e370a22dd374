import { countOf } from '@/components/connections/count-of'
import { Message } from '@/components/ui/message'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import type { Collision } from '@/lib/capabilities/mapping/contract'

export type CollisionBannerProps = { collisions: readonly Collision[] }

const shownMax = 4

/** Names in which sources meet. Said above everything, because a document cannot hold both and would lose one. */
export function CollisionBanner({ collisions }: CollisionBannerProps) {
  if (collisions.length === 0) return null
  return (
    <Message
      tone="warn"
      isBanner
      title={`${countOf(collisions.length, 'collision')}: the documents hold only one of each.`}
    >
      Give one another name, or leave it out.
      <ul className="mt-0.5">
        {collisions.slice(0, shownMax).map(({ table, name, sources }) => (
          <li key={JSON.stringify([table, name])} className="wrap-anywhere">
            {sources.map((source, at) => (
              <span key={source}>
                {at > 0 && ' and '}
                <span className="mono">{revealInvisible(source)}</span>
              </span>
            ))}{' '}
            {table === null ? (
              ', two tables, become '
            ) : (
              <>
                of <span className="mono">{revealInvisible(table)}</span> become{' '}
              </>
            )}
            <span className="mono">{name}</span>
          </li>
        ))}
        {collisions.length > shownMax && <li>and {collisions.length - shownMax} more, marked below</li>}
      </ul>
    </Message>
  )
}
