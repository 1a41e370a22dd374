'use client'

import { clsx } from 'clsx'
import { Check, Minus } from 'lucide-react'

export type SettingBoxProps = {
  /** "Synced: customer.phone". */
  label: string
  value: 'on' | 'off' | 'mixed'
  /** Fixed: shown in its state; the reason stands in words in the row. */
  isLocked: boolean
  isStaged: boolean
  onStage: () => void
}

/** How a setting is now. Pressing it stages the opposite as a proposal; the box itself keeps showing what is so. */
export function SettingBox({ label, value, isLocked, isStaged, onStage }: SettingBoxProps) {
  const isFilled = value !== 'off'
  return (
    <label className="relative inline-grid size-6 place-items-center align-middle">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={isStaged ? `${label}, another value is staged` : `${label}, press to propose otherwise`}
        aria-checked={value === 'mixed' ? 'mixed' : value === 'on'}
        checked={value === 'on'}
        disabled={isLocked}
        onChange={onStage}
        onClick={(event) => event.stopPropagation()}
        className={clsx(
          'motion-press size-3.5 appearance-none rounded-1 border',
          isLocked
            ? 'border-line-2 bg-surface-3'
            : isFilled
              ? 'border-ink-fill bg-ink-fill'
              : 'border-line-control bg-surface',
          isStaged && 'outline-2 outline-offset-1 outline-wait-ink outline-dotted',
        )}
      />
      {isFilled && (
        <span
          aria-hidden="true"
          className={clsx('pointer-events-none absolute', isLocked ? 'text-ink-3' : 'text-on-ink')}
        >
          {value === 'mixed' ? <Minus size={10} strokeWidth={2.5} /> : <Check size={10} strokeWidth={2.5} />}
        </span>
      )}
    </label>
  )
}
