'use client'

import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from './icon'
import { menuItemClass, popoverClass } from './popover-class'

export type FilterMenuProps<Id extends string = string> = {
  /** What it filters by: "Destination", "Owner". */
  label: string
  options: readonly { id: Id; label: string; count?: number }[]
  value: Id | null
  /** Null clears the filter: choosing the chosen one again does that. */
  onChange: (value: Id | null) => void
}

/** A facet: a chip that opens its values; once set it shows the value beside its name. */
export function FilterMenu<Id extends string = string>({ label, options, value, onChange }: FilterMenuProps<Id>) {
  const chosen = options.find((option) => option.id === value)
  return (
    <MenuTrigger>
      <AriaButton
        className={clsx(
          'motion-press inline-flex h-6 shrink-0 items-center gap-[5px] rounded-2 border border-line-2 px-2 text-xs whitespace-nowrap',
          chosen ? 'border-solid bg-surface-2 text-ink' : 'border-dashed text-ink-2 hover:text-ink',
        )}
      >
        {label}
        {chosen && <b className="font-medium">{chosen.label}</b>}
      </AriaButton>
      <Popover placement="bottom start" offset={4} className={`${popoverClass} min-w-40`}>
        <Menu
          aria-label={label}
          selectionMode="single"
          selectedKeys={value ? [value] : []}
          onSelectionChange={(keys) => {
            const next = keys === 'all' ? undefined : options.find((option) => keys.has(option.id))
            onChange(next?.id ?? null)
          }}
          items={options}
          className="max-h-80 overflow-auto p-1 outline-none"
        >
          {(option) => (
            <MenuItem id={option.id} textValue={option.label} className={menuItemClass}>
              {({ isSelected }) => (
                <>
                  <span className="w-3.5 shrink-0">{isSelected && <Icon of={Check} />}</span>
                  <span className="min-w-0 grow truncate">{option.label}</span>
                  {option.count !== undefined && <span className="text-xs text-ink-3">{option.count}</span>}
                </>
              )}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
