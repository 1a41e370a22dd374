'use client'

import { clsx } from 'clsx'
import { Eye, EyeOff, Link2 } from 'lucide-react'
import { DiffSign } from '@/components/ui/diff-sign'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { ProgressBar } from '@/components/ui/progress-bar'
import { revealInvisible } from '@/components/ui/reveal-invisible'
import { Section } from '@/components/ui/section'
import { diffKinds } from './diff-kinds'
import { type DiffGroup, type DiffRow, rowsOf } from './prepare-comparison'
import { SignCountsText } from './sign-counts-text'

export type ChangedPathsProps = {
  groups: readonly DiffGroup[]
  total: number
  selectedKey: string | null
  viewed: ReadonlySet<string>
  onSelect: (key: string) => void
  onView: (key: string) => void
}

/** The way through a long difference: every changed path, and which of them were looked at. */
export function ChangedPaths({ groups, total, selectedKey, viewed, onSelect, onView }: ChangedPathsProps) {
  return (
    <>
      <div className="min-h-0 md:overflow-y-auto">
        <Section title="Changed paths" note={String(total)} gutter="inspector">
          <ul className="py-1.5">
            {groups.map((group) => (
              <li key={group.key}>
                <p className="flex h-7 items-center gap-1.5 ps-3 pe-4">
                  <span className="min-w-0 truncate font-medium" title={revealInvisible(group.prefix + group.name)}>
                    {revealInvisible(group.name)}
                  </span>
                  <span className="ms-auto text-xs">
                    <SignCountsText counts={group.counts} />
                  </span>
                </p>
                <ul>
                  {rowsOf([group]).map((row) => (
                    <PathItem
                      key={row.key}
                      row={row}
                      isSelected={row.key === selectedKey}
                      isViewed={viewed.has(row.key)}
                      onSelect={onSelect}
                      onView={onView}
                    />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Section>
      </div>
      <div className="mt-auto shrink-0 border-t border-line px-4 py-2.5">
        <p className="mb-[5px] flex justify-between text-xs">
          <span>Viewed</span>
          <b className="font-semibold">
            {viewed.size} of {total}
          </b>
        </p>
        <ProgressBar label="Viewed" done={viewed.size} of={total} />
        <p className="mt-1.5 text-xs text-ink-3">
          <Kbd keys="N" /> <Kbd keys="P" /> move, <Kbd keys="V" /> marks. Kept until you leave the page.
        </p>
      </div>
    </>
  )
}

type PathItemProps = Pick<ChangedPathsProps, 'onSelect' | 'onView'> & {
  row: DiffRow
  isSelected: boolean
  isViewed: boolean
}

function PathItem({ row, isSelected, isViewed, onSelect, onView }: PathItemProps) {
  const name = revealInvisible(row.name)
  return (
    <li
      className={clsx(
        'flex h-[26px] items-center border-s-2 pe-2.5',
        'group',
        isSelected ? 'border-ink bg-surface-3' : 'border-transparent hover:bg-surface-2',
      )}
    >
      <button
        type="button"
        aria-current={isSelected}
        data-inset-focus=""
        onClick={() => {
          onSelect(row.key)
          document.getElementById(`diff-${row.key}`)?.scrollIntoView({ block: 'nearest' })
        }}
        className="flex h-full min-w-0 grow items-center gap-2 ps-7 text-start"
      >
        <DiffSign kind={diffKinds[row.change.sign]} />
        <span className={clsx('mono min-w-0 truncate', isViewed && 'text-ink-3')} title={name}>
          {name}
        </span>
        {row.rename && (
          <span className="ms-auto flex shrink-0 items-center gap-1 text-2xs text-ink-3">
            <Icon of={Link2} size={12} />
            pair
          </span>
        )}
      </button>
      <button
        type="button"
        aria-pressed={isViewed}
        aria-label={`Viewed: ${name}`}
        title={isViewed ? 'Viewed' : 'Mark as viewed'}
        onClick={() => onView(row.key)}
        className={clsx(
          'grid size-6 shrink-0 place-items-center rounded-1 hover:text-ink',
          isViewed ? 'text-ink-2' : 'text-ink-3 opacity-0 group-hover:opacity-100 focus-visible:opacity-100',
        )}
      >
        <Icon of={isViewed ? Eye : EyeOff} size={12} />
      </button>
    </li>
  )
}
