'use client'

import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from '@/components/ui/icon'
import { menuItemClass, popoverClass } from '@/components/ui/popover-class'
import { revealInvisible } from '@/components/ui/reveal-invisible'

export type ChoiceMenuProps = {
  label: string
  options: readonly { id: string; label: string }[]
  chosen: readonly string[]
  onChange: (chosen: ReadonlySet<string>) => void
}

/** One question of a condition: a chip that opens its answers, any number of which may hold; none asks nothing. */
export function ChoiceMenu({ label, options, chosen, onChange }: ChoiceMenuProps) {
  const labels = chosen.map((id) => options.find((option) => option.id === id)?.label ?? id)
  const [first] = labels
  const summary = labels.length > 1 ? `${labels.length} of ${options.length}` : first
  return (
    <MenuTrigger>
      <AriaButton
        className={clsx(
          'motion-press inline-flex min-h-6 max-w-full items-center gap-[5px] rounded-2 border px-2 text-start text-xs',
          chosen.length > 0
            ? 'border-line-control bg-surface-2'
            : 'border-dashed border-line-control text-ink-2 hover:text-ink',
        )}
      >
        {label}
        <b className={clsx('min-w-0 truncate', chosen.length > 0 ? 'font-medium' : 'font-normal text-ink-3')}>
          {summary ? revealInvisible(summary) : 'any'}
        </b>
      </AriaButton>
      <Popover placement="bottom start" offset={4} className={`${popoverClass} min-w-48`}>
        <Menu
          aria-label={label}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChange(keys === 'all' ? new Set(options.map(({ id }) => id)) : new Set([...keys].map(String)))
          }
          items={options}
          renderEmptyState={() => <p className="px-2 py-1 text-xs text-ink-3">There is none yet.</p>}
          className="max-h-80 overflow-auto p-1 outline-none"
        >
          {(option) => (
            <MenuItem id={option.id} textValue={option.label} className={menuItemClass}>
              {({ isSelected }) => (
                <>
                  <span className="w-3.5 shrink-0">{isSelected && <Icon of={Check} />}</span>
                  <span className="min-w-0 grow truncate">{revealInvisible(option.label)}</span>
                </>
              )}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
