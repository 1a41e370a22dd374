'use client'

import { clsx } from 'clsx'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'

export type CheckboxProps = {
  /** The visible label. In a table leave it out and give `aria-label`. */
  children?: ReactNode
  'aria-label'?: string
  isSelected?: boolean
  defaultSelected?: boolean
  isIndeterminate?: boolean
  isDisabled?: boolean
  /** Fixed by Fivetran: shown in its state, greyed, with the reason in words elsewhere in the row. */
  isLocked?: boolean
  onChange?: (isSelected: boolean) => void
  name?: string
  value?: string
}

/** Yes, no, or some of them. The target is 24 px, the box 14. */
export function Checkbox({ children, isLocked = false, isDisabled = false, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      isDisabled={isDisabled || isLocked}
      className="group inline-flex min-h-6 min-w-6 items-center justify-center gap-2 align-middle data-disabled:text-ink-3"
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={clsx(
              'motion-press grid size-3.5 shrink-0 place-items-center rounded-1 border outline-offset-2 group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus',
              isLocked || isDisabled
                ? 'border-line-2 bg-surface-3 text-ink-3'
                : isSelected || isIndeterminate
                  ? 'border-ink-fill bg-ink-fill text-on-ink'
                  : 'border-line-control bg-surface',
            )}
          >
            {isIndeterminate ? (
              <Minus size={10} strokeWidth={2.5} aria-hidden="true" />
            ) : (
              isSelected && <Check size={10} strokeWidth={2.5} aria-hidden="true" />
            )}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}
