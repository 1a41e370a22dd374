'use client'

import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './kbd'

export type TooltipProps = { content: string; keys?: string; children: ReactElement }

/** Words for one focusable child (our Button and IconButton are), with its key. Never the only place a fact is said. */
export function Tooltip({ content, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip
        offset={6}
        className="motion-pop flex max-w-72 items-center gap-2 rounded-2 bg-raised px-2 py-1 text-xs text-ink shadow-pop"
      >
        {content}
        {keys && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
