'use client'

import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { type ButtonKind, type ButtonSize, buttonClass, kbdGround } from './button-class'
import { Kbd } from './kbd'

export type ButtonProps = {
  children: ReactNode
  kind?: ButtonKind
  size?: ButtonSize
  icon?: ReactNode
  /** Key caps shown inside the button; the key itself is bound with useShortcuts. */
  keys?: string
  type?: 'button' | 'submit' | 'reset'
  isDisabled?: boolean
  /** Why it cannot be pressed, in words beside the button. Giving one disables the button. */
  disabledReason?: string | null
  isPending?: boolean
  isFullWidth?: boolean
  hasAutoFocus?: boolean
  onPress?: () => void
  form?: string
  name?: string
  value?: string
  'aria-label'?: string
  'aria-describedby'?: string
  'aria-expanded'?: boolean
  'aria-controls'?: string
}

/** A button. `decide` is a person's decision (ink), `effect` acts outside (water); at most one of the two to a view. */
export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'outline',
    size = 'md',
    icon,
    keys,
    disabledReason,
    isFullWidth,
    hasAutoFocus,
    ...rest
  } = props
  const reasonId = useId()
  const isDisabled = Boolean(props.isDisabled || disabledReason)
  const button = (
    <AriaButton
      {...rest}
      autoFocus={hasAutoFocus}
      isDisabled={isDisabled}
      aria-describedby={disabledReason ? reasonId : props['aria-describedby']}
      aria-keyshortcuts={keys?.length === 1 ? keys : undefined}
      className={clsx(buttonClass(kind, size), isFullWidth && 'w-full')}
    >
      {icon}
      {children}
      {keys && <Kbd keys={keys} ground={isDisabled ? 'surface' : kbdGround(kind)} />}
    </AriaButton>
  )
  if (!disabledReason) return button
  return (
    <span className={clsx('inline-flex flex-wrap items-center gap-2', isFullWidth && 'w-full')}>
      {button}
      <span id={reasonId} className="text-xs text-ink-3">
        {disabledReason}
      </span>
    </span>
  )
}
