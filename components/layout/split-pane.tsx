import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type SplitPaneProps = {
  /** The list at the start: 296 px for a queue, 248 for a tree, 176 for a menu. */
  start?: ReactNode
  startLabel?: string
  startWidth?: 176 | 248 | 296
  children: ReactNode
  /** The inspector at the end. */
  end?: ReactNode
  endLabel?: string
  endWidth?: 328 | 340 | 376 | 392
  /** Under 1280 px the inspector lies over the page, and only while this is true. */
  isEndOpen?: boolean
  /** The end pane is content and no inspector: under 1280 px it follows the page instead of hiding. */
  isEndContent?: boolean
  /** What a phone shows of start and main: a list and its item are two pages there. */
  phoneShows?: 'start' | 'main' | 'both'
}

const startWidths = { 176: 'md:w-44', 248: 'md:w-62', 296: 'md:w-74' } as const
const endWidths = { 328: 'xl:w-[328px]', 340: 'xl:w-[340px]', 376: 'xl:w-[376px]', 392: 'xl:w-[392px]' } as const

const floatingEnd =
  'max-xl:fixed max-xl:inset-y-3 max-xl:end-3 max-xl:z-20 max-xl:w-[min(392px,calc(100vw-24px))] max-xl:overflow-y-auto max-xl:rounded-3 max-xl:bg-raised max-xl:shadow-sheet'

/** Two or three panes between hairlines, each with its own scroll. Use it in a PageFrame with scroll="panes". */
export function SplitPane(props: SplitPaneProps) {
  const { start, startLabel, startWidth = 296, children, end, endLabel, endWidth = 376 } = props
  const { isEndOpen = false, isEndContent = false, phoneShows = 'both' } = props
  return (
    <div
      className={clsx(
        'flex min-w-0 grow flex-col',
        isEndContent ? 'shrink-0 xl:min-h-0 xl:shrink xl:flex-row' : 'min-h-0 md:flex-row',
      )}
    >
      {start && (
        <aside
          aria-label={startLabel}
          className={clsx(
            'min-h-0 shrink-0 flex-col border-line bg-canvas md:flex md:border-e',
            startWidths[startWidth],
            phoneShows === 'main' ? 'hidden' : 'flex',
            phoneShows === 'start' && 'grow md:grow-0',
          )}
        >
          {start}
        </aside>
      )}
      <div
        className={clsx(
          'relative min-w-0 grow flex-col md:flex',
          isEndContent ? 'xl:min-h-0 xl:overflow-y-auto' : 'min-h-0 md:overflow-y-auto',
          phoneShows === 'start' ? 'hidden' : 'flex',
        )}
      >
        {children}
      </div>
      {end && (
        <aside
          aria-label={endLabel}
          className={clsx(
            'min-w-0 shrink-0 flex-col border-line bg-surface xl:flex xl:min-h-0 xl:overflow-y-auto xl:border-s xl:border-t-0',
            isEndContent ? 'flex border-t' : floatingEnd,
            !isEndContent && (isEndOpen ? 'flex' : 'max-xl:hidden'),
            endWidths[endWidth],
          )}
        >
          {end}
        </aside>
      )}
    </div>
  )
}
