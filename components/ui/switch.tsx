'use client'

import type { ReactNode } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'

export type SwitchProps = {
  children?: ReactNode
  'aria-label'?: string
  isSelected?: boolean
  defaultSelected?: boolean
  isDisabled?: boolean
  onChange?: (isSelected: boolean) => void
  name?: string
}

/** On or off, at once. */
export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="group inline-flex min-h-6 items-center gap-2 data-disabled:text-ink-3">
      <span className="motion-press relative h-4 w-7 shrink-0 rounded-full border border-line-control bg-surface-2 outline-offset-2 group-data-disabled:border-line-2 group-data-focus-visible:outline-2 group-data-focus-visible:outline-focus group-data-selected:border-ink-fill group-data-selected:bg-ink-fill">
        <span className="absolute start-0.5 top-0.5 size-2.5 rounded-full bg-line-control group-data-selected:start-3.5 group-data-selected:bg-on-ink" />
      </span>
      {children}
    </AriaSwitch>
  )
}
