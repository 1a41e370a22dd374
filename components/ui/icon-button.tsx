'use client'

import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { buttonClass } from './button-class'
import { Tooltip } from './tooltip'

export type IconButtonProps = {
  icon: ReactNode
  label: string
  keys?: string
  kind?: 'quiet' | 'outline'
  size?: 'sm' | 'md'
  isDisabled?: boolean
  onPress?: () => void
  'aria-expanded'?: boolean
  'aria-pressed'?: boolean
  /** For a button inside a menu or dialog trigger. */
  slot?: string
}

/** A square button with an icon only; its label is the accessible name and the tooltip, with the key beside it. */
export function IconButton({ icon, label, keys, kind = 'quiet', size = 'md', ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={clsx(buttonClass(kind, size), size === 'sm' ? 'w-6 px-0!' : 'w-7 px-0!')}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  )
}
