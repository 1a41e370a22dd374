'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from '@/components/ui/icon'
import { menuItemClass, popoverClass } from '@/components/ui/popover-class'
import type { ProposalList } from '@/lib/control-loop/proposal/contract'
import { countOfView, type QueueView, queueViews, queueViewWords } from './queue-views'

export type QueueViewMenuProps = {
  view: QueueView
  counts: ProposalList['counts'] | null
  onChange: (view: QueueView) => void
}

/** The name of the view is its own menu: Mine, Waiting, High risk, Approved, Done, each with its count. */
export function QueueViewMenu({ view, counts, onChange }: QueueViewMenuProps) {
  const count = counts && countOfView(view, counts)
  return (
    <MenuTrigger>
      <AriaButton className="motion-press -ms-2 flex h-7 items-center gap-2 rounded-2 px-2 hover:bg-surface-2">
        <h2 className="text-sm font-semibold">{queueViewWords[view]}</h2>
        {count !== null && <span className="text-ink-3">{count}</span>}
        <span className="text-ink-3">
          <Icon of={ChevronDown} />
        </span>
      </AriaButton>
      <Popover placement="bottom start" offset={4} className={`${popoverClass} min-w-44`}>
        <Menu
          aria-label="Views of the queue"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[view]}
          onAction={(key) => {
            const chosen = queueViews.find((candidate) => candidate === key)
            if (chosen) onChange(chosen)
          }}
          className="p-1 outline-none"
        >
          {queueViews.map((candidate) => {
            const own = counts && countOfView(candidate, counts)
            return (
              <MenuItem key={candidate} id={candidate} textValue={queueViewWords[candidate]} className={menuItemClass}>
                <span className="w-3.5 shrink-0">{candidate === view && <Icon of={Check} />}</span>
                <span className="grow">{queueViewWords[candidate]}</span>
                {own !== null && <span className="text-xs text-ink-3">{own}</span>}
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
