import { clsx } from 'clsx'
import { Fragment } from 'react'
import type { Rung } from './prepare-ladder'

export type TypeLadderProps = { rungs: readonly Rung[] }

/** The way up from narrow to wide, with where the column stood and where it stands. */
export function TypeLadder({ rungs }: TypeLadderProps) {
  return (
    <p className="mt-0.5 mb-4 flex items-center font-mono text-2xs font-medium text-ink-3">
      <span className="sr-only">From narrow to wide: </span>
      {rungs.map(({ type, mark }, index) => (
        <Fragment key={type}>
          {index > 0 && <span aria-hidden="true" className="h-px w-8 bg-line-2" />}
          <span
            className={clsx(
              'relative rounded-1 border px-[7px] py-px',
              mark === 'was' && 'border-transparent bg-removed-word text-ink',
              mark === 'is' && 'border-transparent bg-added-word text-ink',
              mark === null && 'border-line-2',
            )}
          >
            {type}
            {mark && <span className="absolute start-0 top-5 font-sans font-normal text-ink-3">{mark}</span>}
            <span className="sr-only">, </span>
          </span>
        </Fragment>
      ))}
    </p>
  )
}
