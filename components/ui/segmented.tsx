'use client'

import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

export type SegmentedProps<Id extends string = string> = {
  label: string
  options: readonly { id: Id; label: string; isDisabled?: boolean }[]
  value: Id
  onChange: (value: Id) => void
  size?: 'sm' | 'md'
  isDisabled?: boolean
}

/** One of two to four views of the same thing. */
export function Segmented<Id extends string = string>({
  label,
  options,
  value,
  onChange,
  size = 'md',
  isDisabled,
}: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id))
        if (chosen) onChange(chosen.id)
      }}
      className={`inline-flex overflow-clip rounded-2 border border-line-2 text-xs font-medium text-ink-2 ${size === 'md' ? 'h-7' : 'h-6'}`}
    >
      {options.map((option) => (
        <ToggleButton
          key={option.id}
          id={option.id}
          isDisabled={option.isDisabled}
          data-inset-focus=""
          className="motion-press flex items-center border-e border-line-2 px-2.5 whitespace-nowrap last:border-e-0 hover:bg-surface-2 disabled:text-ink-off data-selected:bg-surface-3 data-selected:text-ink"
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
