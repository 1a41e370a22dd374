'use client'

import { Search, X } from 'lucide-react'
import { Button as AriaButton, SearchField as AriaSearchField, Input } from 'react-aria-components'
import { type FieldSize, fieldBoxClass, fieldInputClass } from './field-class'
import { Icon } from './icon'
import { Kbd } from './kbd'

export type SearchFieldProps = {
  /** Both the accessible name and the placeholder: "Find a column", "Filter 14 connections". */
  label: string
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  onSubmit?: (value: string) => void
  size?: FieldSize
  width?: 'sm' | 'md' | 'full'
  /** Drawn at the end while the field is empty; `/` focuses the first field marked so. */
  keys?: string
}

const widths = { sm: 'w-[190px]', md: 'w-[220px]', full: 'w-full' } as const

/** A search box that can be emptied with Escape or its cross. With `keys="/"` the key of that name reaches it. */
export function SearchField({ label, size = 'sm', width = 'md', keys, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...rest}
      aria-label={label}
      data-page-search={keys === '/' ? '' : undefined}
      className={`group ${widths[width]}`}
    >
      <div className={fieldBoxClass(size)}>
        <span className="text-ink-2">
          <Icon of={Search} />
        </span>
        <Input placeholder={label} className={`${fieldInputClass} [&::-webkit-search-cancel-button]:hidden`} />
        <AriaButton className="grid size-6 shrink-0 place-items-center rounded-1 text-ink-3 group-data-empty:hidden hover:text-ink">
          <Icon of={X} size={12} />
        </AriaButton>
        {keys && (
          <span className="hidden group-data-empty:inline">
            <Kbd keys={keys} />
          </span>
        )}
      </div>
    </AriaSearchField>
  )
}
