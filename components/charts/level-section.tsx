import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { channelHeightPx, type LevelStage, prepareLevelSection } from './prepare-level-section'

export type LevelSectionStage = LevelStage & {
  /** The headline: numbers in <b>, words beside them. */
  headline: ReactNode
  /** One line under it. */
  fact?: ReactNode
}

export type LevelSectionProps = { stages: readonly LevelSectionStage[] }

const surfaces = {
  still: 'border-t-[1.5px] border-water-line bg-water-bg',
  wait: 'border-t-[1.5px] border-wait-line bg-wait-bg',
  flow: 'border-t-2 border-water bg-water-bg',
} as const

/** The loop as a section through the channel: how much stands in each stage now, and a dashed tick for how much usually does. */
export function LevelSection({ stages }: LevelSectionProps) {
  const drawn = prepareLevelSection(stages)
  const firstBehind = stages.findIndex((stage) => stage.isBehindGate)
  return (
    <ol
      aria-label="Stages now and usually"
      className="grid shrink-0 grid-cols-2 gap-y-2.5 border-b border-ink-3 pt-3 max-sm:pb-2.5 sm:grid-cols-[repeat(var(--stages),minmax(0,1fr))]"
      style={{ '--stages': stages.length }}
    >
      {stages.map((stage, index) => {
        const surface = drawn[index]
        return (
          <li key={stage.key} className="relative flex min-w-0 flex-col">
            <div className="px-5 pb-0.5 sm:pe-3">
              <span className="block text-2xs font-medium text-ink-3">{stage.name}</span>
              <span className="block text-md leading-[22px] text-ink-2 [&_b]:text-[20px] [&_b]:font-semibold [&_b]:tracking-[-0.02em] [&_b]:text-ink">
                {stage.headline}
              </span>
              {stage.fact && (
                <span
                  className={clsx(
                    'block truncate text-xs',
                    stage.isWait && stage.now > 0 ? 'text-wait-ink' : 'text-ink-3',
                  )}
                >
                  {stage.fact}
                </span>
              )}
              {stage.usual !== null && <span className="sr-only">, usually {stage.usual}</span>}
            </div>
            {surface && (
              <div
                aria-hidden="true"
                className="relative mt-auto max-sm:hidden"
                style={{ height: channelHeightPx + 18 }}
              >
                <div
                  className={clsx(
                    'motion-level absolute inset-x-0 bottom-0',
                    surface.heightPx > 0 && surfaces[surface.kind],
                  )}
                  style={{ height: surface.heightPx }}
                />
                {surface.usualPx !== null && (
                  <span
                    className={clsx(
                      'absolute flex translate-y-1/2 items-center gap-1.5 text-2xs text-ink-3',
                      // Clear of the gate, which stands half in this stage.
                      index === firstBehind - 1 ? 'end-[30px]' : 'end-4',
                    )}
                    style={{ bottom: surface.usualPx }}
                  >
                    {stage.isWait && `usual ${stage.usual}`}
                    <span className="block w-11 border-t border-dashed border-ink-3" />
                  </span>
                )}
                {index === firstBehind && <SectionGate />}
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function SectionGate() {
  return (
    <svg
      width="24"
      height="46"
      viewBox="0 0 24 46"
      aria-hidden="true"
      className="absolute start-0 bottom-0 -translate-x-1/2 rtl:translate-x-1/2"
    >
      <path fill="var(--hg-surface)" d="M0 0h24v46H0z" />
      <path fill="var(--hg-ink)" d="M1 0h4v46H1zM19 0h4v46h-4zM7 8h10v26H7z" />
      <path fill="var(--hg-water)" d="M7 38h10v8H7z" />
    </svg>
  )
}
