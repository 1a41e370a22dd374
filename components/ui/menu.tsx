'use client'

import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Kbd } from './kbd'
import { menuItemClass, popoverClass } from './popover-class'

export type MenuEntry = {
  id: string
  label: string
  icon?: ReactNode
  keys?: string
  /** Either it goes somewhere or it does something. */
  href?: string
  onAction?: () => void
  tone?: 'ink' | 'bad'
  /** Why it cannot be chosen; giving one disables it and shows the reason in the row. */
  disabledReason?: string | null
}

export type MenuProps = {
  /** Our Button or IconButton. */
  trigger: ReactElement
  label: string
  entries: readonly MenuEntry[]
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

/** More that can be done with one thing. */
export function Menu({ trigger, label, entries, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement={placement} offset={4} className={`${popoverClass} min-w-44`}>
        <AriaMenu aria-label={label} items={entries} className="max-h-96 overflow-auto p-1 outline-none">
          {(entry) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              href={entry.href}
              onAction={entry.onAction}
              isDisabled={Boolean(entry.disabledReason)}
              className={`${menuItemClass} ${entry.tone === 'bad' ? 'text-bad-ink' : ''}`}
            >
              {entry.icon}
              <span className="min-w-0 grow">
                {entry.label}
                {entry.disabledReason && <span className="block text-xs text-ink-3">{entry.disabledReason}</span>}
              </span>
              {entry.keys && <Kbd keys={entry.keys} />}
            </MenuItem>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
